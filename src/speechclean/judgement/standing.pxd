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
@cython.locals(text=str, opened=Py_ssize_t, beside=Py_ssize_t)
cdef bint _fills_quotation(Span span)
cdef _around(Span span, list found)
@cython.locals(text=str, sign=Py_UCS4)
cpdef bint quoted(Span span)
@cython.locals(words=Py_ssize_t, depth=Py_ssize_t, closed=bint, channel=bint, number=Py_ssize_t, form=str)
cdef bint _is_in_its_quotations(Span span) except -1
cpdef place(Span span, list found)
