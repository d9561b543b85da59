import cython


cdef class Lines:
    cdef readonly str text
    cdef readonly list spans
    cdef readonly list short
    cdef object _score
    cdef list _folded
    cdef list _scores
    cdef Py_ssize_t _first
    cdef Py_ssize_t _last
    cdef dict _numbers
    cdef set _pairs

    @cython.locals(span=tuple, start=Py_ssize_t, end=Py_ssize_t)
    cpdef str line(self, Py_ssize_t number)
    cpdef str folded(self, Py_ssize_t number)
    cpdef double score(self, Py_ssize_t number) except? -1e9
    cpdef bint is_below(self, Py_ssize_t number)
    cpdef dict numbers(self)


@cython.locals(at=Py_ssize_t, number=Py_ssize_t)
cpdef bint alike(Lines one, Lines other)
@cython.locals(left=list, sites=list, standing=set, close=set, number=Py_ssize_t, there=Py_ssize_t)
cpdef list near(Lines here, Lines page, set strong)
@cython.locals(left=list, met=dict, known=dict, folded=str, numbers=list, number=Py_ssize_t)
cdef list _left(Lines here, Lines page)
