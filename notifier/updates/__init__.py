"""Whether there is a newer version, to tell of it; nothing is ever installed from here."""
