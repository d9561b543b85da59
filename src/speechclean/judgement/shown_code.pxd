import cython

@cython.locals(floor=Py_ssize_t, first=Py_ssize_t, behind=Py_ssize_t, blocks=list)
cpdef bint is_shown_code(str text, Py_ssize_t start)
@cython.locals(above=Py_ssize_t)
cdef bint _announces(str text, Py_ssize_t first)
cdef Py_ssize_t _behind_code(str text, Py_ssize_t first) except -1
@cython.locals(line=str)
cdef bint _is_code(str text, Py_ssize_t first)
@cython.locals(end=Py_ssize_t)
cdef Py_ssize_t _end(str text, Py_ssize_t first) except -1
