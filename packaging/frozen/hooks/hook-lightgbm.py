"""LightGBM's library alone: PyInstaller's own hook adds those of scikit-learn and SciPy."""

from PyInstaller.utils.hooks import collect_data_files, collect_dynamic_libs

binaries = collect_dynamic_libs("lightgbm")
datas = collect_data_files("lightgbm", includes=["VERSION.txt"])
