import cython

cdef class Document:
    cdef public str text
    cdef public str original
    cdef public tuple notes
    cdef public bint again
    cdef object _find_hits
    cdef object _hits
    cdef dict _hits_by_word
    cdef object _find_hits_of
    cdef list _rows
    cdef dict _facts

    @cython.locals(word=str, found=list, own=list)
    cpdef list hits_of(self, words)
    cpdef fact(self, count)
    @cython.locals(end=Py_ssize_t)
    cpdef line_at(self, Py_ssize_t position)
    cpdef str folded(self, Py_ssize_t start=*, end=*)
