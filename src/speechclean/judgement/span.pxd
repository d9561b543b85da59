import cython
from speechclean.judgement.tokens cimport View

cdef class Evidence:
    cdef readonly str kind
    cdef readonly double weight
    cdef readonly str words

cdef class Span:
    cdef readonly View view
    cdef readonly list kinds
    cdef readonly Py_ssize_t first
    cdef readonly Py_ssize_t last
    cdef readonly list forms
    cdef readonly str shapes
    cdef readonly str letters
    cdef readonly list telling
    cdef readonly Py_ssize_t start
    cdef readonly Py_ssize_t end
    cdef public bint own_line
    cdef dict _words

    cpdef list words(self, str letter)
    @cython.locals(found=dict, start=Py_ssize_t, end=Py_ssize_t)
    cdef dict _by_class(self)

@cython.locals(letters=str, known=str, kind=str, number=Py_ssize_t)
cdef str _letters_of(list kinds, Py_ssize_t first, Py_ssize_t last)
@cython.locals(number=Py_ssize_t, shape=Py_UCS4, found=list)
cdef list _telling(list forms, str shapes)
