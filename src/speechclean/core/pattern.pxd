import cython

cdef class Pattern:
    cdef readonly str source
    cdef readonly object flags
    cdef readonly tuple heads
    cdef object _compiled
    cdef object _find

    @cython.locals(stop=Py_ssize_t, at=Py_ssize_t)
    cpdef search(self, str text, Py_ssize_t start=*, end=*)
    cpdef match(self, str text, Py_ssize_t start=*, end=*)
    cpdef fullmatch(self, str text, Py_ssize_t start=*, end=*)
    cdef Py_ssize_t _next(self, str text, Py_ssize_t start, Py_ssize_t end) except -2

cdef class Gate:
    cdef tuple _heads
    cdef object _find

    cpdef bint opens(self, str text, Py_ssize_t start, Py_ssize_t end)
