import cython

cdef class Document:
    cdef public str text
    cdef public str original
    cdef public tuple notes
    cdef public bint again
    cdef object _found
    cdef object _hits
    cdef list _rows
    cdef dict _facts

    cpdef list hits_of(self, words)
    cpdef wordless(self)
    cpdef list lines_with(self, words, Py_ssize_t first=*)
    cpdef list marked_lines(self, words, Py_ssize_t prose, Py_ssize_t near)
    cpdef fact(self, count)
    cpdef bint is_outdated(self) except -1
    cpdef know(self, count, said)
    @cython.locals(end=Py_ssize_t)
    cpdef line_at(self, Py_ssize_t position)
    cpdef str folded(self, Py_ssize_t start=*, end=*)
