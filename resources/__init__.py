"""Data that ships with the program: drawings, models, translations. No code lives here."""
