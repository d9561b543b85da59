import cython
from speechclean.judgement.span cimport Span
from speechclean.judgement.tokens cimport View, view
from speechclean.judgement.evidence cimport answerable

@cython.locals(known=list, weight=double, fresh=bint)
cdef list _known(Span span, double gained)
cdef bint _is_line(str text, Py_ssize_t start, Py_ssize_t end)
@cython.locals(left=Py_ssize_t, right=Py_ssize_t, own_line=bint, pieces=list, score=double)
cdef _verdict(str text, Py_ssize_t start, Span span, list known)
