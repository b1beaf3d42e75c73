"""Stands for SciPy in the frozen program.

LightGBM imports ``scipy.sparse`` to ask whether what it was given is one of its matrices. It never
is here: the program gives it NumPy's arrays. SciPy itself would be half of the installed size.
"""
