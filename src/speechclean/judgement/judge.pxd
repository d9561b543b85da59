import cython
from speechclean.judgement.span cimport Evidence, Span
from speechclean.judgement.tokens cimport View, view
from speechclean.judgement.evidence cimport answerable, weigh
from speechclean.judgement.verdict cimport Verdict

cdef class Tried:
    cdef readonly str text
    cdef readonly Py_ssize_t start
    cdef readonly View seen
    cdef readonly list kinds
    cdef readonly object sums
    cdef public bint is_technical

    @cython.locals(size=Py_ssize_t, rest=str)
    cdef tuple filling(self, tuple span)
    cdef bint _is_line(self)
    @cython.locals(forms=list, first=Py_ssize_t, last=Py_ssize_t, end=Py_ssize_t, before=str)
    cdef bint _ends_its_sentence(self, tuple span, str rest)
    @cython.locals(span=Span, known=list)
    cpdef Verdict verdict(self, Py_ssize_t first, Py_ssize_t last)

cdef bint _may_hold_ad(Span whole)
@cython.locals(seen=View, kinds=list, spaced=bint, ends=list, found=list, ads=list, second=list)
cdef list _judged(Tried tried, list spans)
@cython.locals(found=list, taken=list, account=Py_ssize_t)
cdef list _second(Tried tried, list ads)
@cython.locals(first=Py_ssize_t, last=Py_ssize_t)
cdef bint _is_in_one(Py_ssize_t token, list spans)
@cython.locals(known=list, weight=double, fresh=bint)
cdef list _known(Span span, double gained)
cdef bint _is_line(str text, Py_ssize_t start, Py_ssize_t end)
@cython.locals(left=Py_ssize_t, right=Py_ssize_t, pieces=list, piece=Evidence, score=double)
cdef Verdict _verdict(str text, Py_ssize_t start, Span span, list known)
