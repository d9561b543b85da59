import cython

cdef class Patch:
    cdef object _found
    cdef tuple _places

    @cython.locals(whole=str, pieces=list, position=Py_ssize_t, start=Py_ssize_t, old=str, new=str)
    cpdef str apply(self, text)
    @cython.locals(starts=list, ends=list, shifts=list, first=Py_ssize_t, last=Py_ssize_t)
    cpdef tuple map_span(self, start, end)
    cdef tuple _table(self)

@cython.locals(end=Py_ssize_t, start=Py_ssize_t, old=str)
cdef bint _are_apart(list edits)
