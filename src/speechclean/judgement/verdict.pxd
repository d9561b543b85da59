from speechclean.judgement.span cimport Evidence

cdef class Verdict:
    cdef readonly Py_ssize_t start
    cdef readonly Py_ssize_t end
    cdef readonly double score
    cdef readonly tuple evidence
    cdef public bint is_refuted

    cpdef Verdict refuted(self, list against)

cdef str _told(Evidence piece)
