import cython

@cython.locals(spans=list, place=Py_ssize_t, size=Py_ssize_t, end=Py_ssize_t, kept=Py_ssize_t)
cpdef list trailing(str text)
@cython.locals(
    spans=list, place=Py_ssize_t, size=Py_ssize_t, end=Py_ssize_t, kept=Py_ssize_t, first=Py_ssize_t, second=Py_ssize_t, last=Py_ssize_t
)
cpdef list surplus(str text)
