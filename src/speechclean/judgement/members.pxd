import cython

@cython.locals(floor=Py_ssize_t, ceiling=Py_ssize_t)
cpdef list of_members(str text, Py_ssize_t start, Py_ssize_t end)
