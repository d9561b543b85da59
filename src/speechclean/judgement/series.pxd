import cython
from speechclean.judgement.lines cimport line_end

@cython.locals(first=Py_ssize_t, floor=Py_ssize_t, kind=str)
cpdef bint is_member(str text, Py_ssize_t start) except -1
@cython.locals(last=Py_ssize_t, opening=str, sign=str)
cpdef str _kind(str text, Py_ssize_t place)
