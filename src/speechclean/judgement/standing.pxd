import cython
from speechclean.judgement.span cimport Evidence, Span

cpdef bint inside_sentence(Span span)
cdef _inside(Span span, list found)
@cython.locals(kinds=list, after=Py_ssize_t)
cdef bint _parts_a_word(Span span)
cdef bint _is_tied(Span span)
@cython.locals(text=str, start=Py_ssize_t)
cpdef against(Span span, list found)
@cython.locals(kind=str)
cdef bint _holds_office(list kinds)
cdef bint _is_byline(Span span)
cdef bint _is_glued(Span span)
cdef _around(Span span, list found)
@cython.locals(text=str, sign=Py_UCS4)
cpdef bint quoted(Span span)
cpdef place(Span span, list found)
