import cython

cpdef bint is_reported(str text, Py_ssize_t start, Py_ssize_t end)
@cython.locals(stop=Py_ssize_t, place=Py_ssize_t, colons=list)
cpdef bint is_announced_in_line(str text, Py_ssize_t start, Py_ssize_t end)
@cython.locals(first=Py_ssize_t, opened=Py_ssize_t)
cpdef bint is_in_shown_quotation(str text, Py_ssize_t start)
@cython.locals(place=Py_ssize_t)
cdef bint _one_tells(str text, Py_ssize_t start, Py_ssize_t stop)
cdef bint _tells(str text, Py_ssize_t place)
@cython.locals(floor=Py_ssize_t)
cdef Py_ssize_t _start_of_line(str text, Py_ssize_t place) except -1
cpdef bint names_source(str text, Py_ssize_t start)
