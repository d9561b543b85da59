import cython

cpdef bint is_subject(str text, Py_ssize_t end)
cpdef bint is_named(str text, Py_ssize_t end)
cpdef bint is_object(str text, Py_ssize_t start)
@cython.locals(first=Py_ssize_t, behind=str)
cpdef bint is_of(topic, str text, Py_ssize_t start, Py_ssize_t end)
cpdef bint is_shown(str text, Py_ssize_t start, Py_ssize_t end)
@cython.locals(above=Py_ssize_t, row=str)
cdef bint _is_one_of_shown(str text, Py_ssize_t start)
@cython.locals(below=str)
cdef bint _is_pointed_at(str text, Py_ssize_t end)
@cython.locals(near=str, above=str, sentence=str)
cpdef bint is_announced(str text, Py_ssize_t start)
