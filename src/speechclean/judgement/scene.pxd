import cython

@cython.locals(first=Py_ssize_t, floor=Py_ssize_t, span=str, found=list)
cpdef list of_scene(str text, Py_ssize_t start, Py_ssize_t end)
@cython.locals(stop=Py_ssize_t, last=Py_ssize_t)
cdef list _of_line(str text, Py_ssize_t first, Py_ssize_t end)
cdef bint _is_a_row(str text, Py_ssize_t first) except -1
@cython.locals(place=Py_ssize_t)
cdef bint _has_parallels(str text, Py_ssize_t first, Py_ssize_t end) except -1
