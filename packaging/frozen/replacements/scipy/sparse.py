"""The names that LightGBM asks for: kinds of matrices of which there are none."""

__all__ = ["csc_matrix", "csr_matrix", "hstack", "spmatrix"]


class spmatrix:
    """Any sparse matrix.

    :raises TypeError: there are none without SciPy.
    """

    def __init__(self, *_: object, **__: object) -> None:
        raise TypeError("sparse matrices need SciPy, which is not in this program")


class csr_matrix(spmatrix):
    """One kept by rows."""


class csc_matrix(spmatrix):
    """One kept by columns."""


def hstack(*_: object, **__: object) -> spmatrix:
    """Sparse matrices side by side.

    :raises TypeError: there are none without SciPy.
    """
    raise TypeError("sparse matrices need SciPy, which is not in this program")
