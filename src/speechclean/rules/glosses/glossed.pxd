import cython

cdef int BESIDE
cdef str OPENING, CLOSING, OWNERS

@cython.locals(odd=list, span=tuple, mark=Py_UCS4, fine=Py_UCS4)
cdef list _odd(str text, list spans, frozenset marks)
@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cdef frozenset _aside(str text, list odd)
@cython.locals(told=list, one=tuple, other=tuple, start=Py_ssize_t, end=Py_ssize_t, last=Py_UCS4, character=Py_UCS4)
cdef list _contrasted(str text, list spans)
@cython.locals(most=int, one=int)
cpdef int most_needed(bytes needs)
@cython.locals(size=Py_ssize_t, before=Py_UCS4, behind=Py_UCS4)
cdef bint _is_running(str text, Py_ssize_t start, Py_ssize_t end)
