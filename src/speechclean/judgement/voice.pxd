import cython


cdef class Voice:
    cdef readonly str sentence
    cdef readonly object audible
    cdef str _said
    cdef dict _matches
    cdef dict _heard

    @cython.locals(found=list)
    cdef list _matches_of(self, str group)
    cdef str _without_topics(self)
    @cython.locals(heard=tuple, found=list)
    cpdef tuple heard(self, str group)
    cpdef bint has_any(self, groups)
    cpdef bint may(self, groups)
    @cython.locals(total=double)
    cpdef double weigh(self, dict weights)


cpdef Voice voice_of(document, Py_ssize_t start, Py_ssize_t end)
@cython.locals(found=list, behind=Py_ssize_t, place=Py_ssize_t)
cpdef list heard_in(str text, str group)
