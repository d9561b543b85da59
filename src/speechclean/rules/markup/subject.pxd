import cython

cdef str HEADS

@cython.locals(ticks=bint, lines=list)
cpdef bint is_technical(str text)
@cython.locals(lines=list, start=Py_ssize_t, size=Py_ssize_t, end=Py_ssize_t, first=Py_ssize_t)
cdef list _lines_like_code(str text)
@cython.locals(line_start=Py_ssize_t, line_end=Py_ssize_t, before=str, after=str, opened=str, written=bint)
cpdef bint is_mentioned(str text, Py_ssize_t start, Py_ssize_t end)
