import cython

@cython.locals(span=str, found=list, may_tell=bint)
cpdef list of_subject(str text, Py_ssize_t start, Py_ssize_t end)
@cython.locals(first=Py_ssize_t)
cdef bint _may_log(str text, Py_ssize_t start, Py_ssize_t end) except -1
@cython.locals(floor=Py_ssize_t)
cdef Py_ssize_t _first_of_log(str text, Py_ssize_t start) except -1
cdef list _of_words(str span)
@cython.locals(near=str, found=list)
cdef list _of_notation(str text, Py_ssize_t start, Py_ssize_t end)
