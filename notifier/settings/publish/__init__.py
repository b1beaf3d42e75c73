"""What is made of the settings' definitions for administrators; the program never imports it."""
