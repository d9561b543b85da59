import cython
from speechclean.native.chances cimport Chances


cdef class Options:
    cdef readonly dict weights
    cdef dict _by_fold
    cdef list _first

    cpdef settle(self)
    @cython.locals(
        called=dict, less=double, row=str, quick=Chances, characters=list, folds=list, weights=list,
        folded=str, character=str, own=double,
    )
    cpdef after(self, str last, str script, Py_ssize_t most)
    @cython.locals(row=str, by_fold=dict, found=list)
    cdef dict _called(self, str last, Py_ssize_t most)


cdef double _fit(Chances quick, str last, str character, str script)
