import cython

@cython.locals(
    text=str, start=Py_ssize_t, end=Py_ssize_t, reached=Py_ssize_t, last=Py_ssize_t, notes=list, signs=str, behind=Py_UCS4
)
cpdef list find(document)

@cython.locals(before=Py_UCS4)
cdef bint _in_word(str text, Py_ssize_t start)
