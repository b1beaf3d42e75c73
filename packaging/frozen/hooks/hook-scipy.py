"""Of SciPy nothing but the replacement is there: PyInstaller's own hook looks for the rest."""
