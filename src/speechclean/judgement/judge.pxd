import cython
from speechclean.judgement.span cimport Evidence, Span
from speechclean.judgement.tokens cimport View, view
from speechclean.judgement.evidence cimport answerable, weigh

cdef class Verdict:
    cdef readonly Py_ssize_t start
    cdef readonly Py_ssize_t end
    cdef readonly double score
    cdef readonly tuple evidence

cdef str _told(Evidence piece)
@cython.locals(known=list, weight=double, fresh=bint)
cdef list _known(Span span, double gained)
cdef bint _is_line(str text, Py_ssize_t start, Py_ssize_t end)
@cython.locals(left=Py_ssize_t, right=Py_ssize_t, pieces=list, piece=Evidence, score=double)
cdef _verdict(str text, Py_ssize_t start, Span span, list known)
