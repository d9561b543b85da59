cpdef Py_ssize_t line_end(str text, Py_ssize_t place) except -1
cpdef Py_ssize_t line_beside(str text, Py_ssize_t first, int step) except -2
