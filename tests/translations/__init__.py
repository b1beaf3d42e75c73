"""From the code's texts to the files that translators work on, and from those to what Qt loads."""
