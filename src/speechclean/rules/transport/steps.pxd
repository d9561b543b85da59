import cython
from speechclean.rules.transport.options cimport Options


cdef class Piece:
    cdef readonly Py_ssize_t start
    cdef readonly Py_ssize_t end
    cdef readonly str text
    cdef readonly str state
    cdef readonly Options options


cdef class Guess:
    cdef Py_ssize_t start
    cdef Py_ssize_t end
    cdef Options options
    cdef str state
    cdef bint headless
    cdef dict made


cdef class Step:
    cdef readonly double weight
    cdef str last
    cdef readonly Piece piece
    cdef readonly tuple behind


cpdef tuple trail_of(Step step)
@cython.locals(piece=Piece)
cpdef bint just_paused(tuple trail)
@cython.locals(near=list, least=double, step=Step)
cpdef list best_of(dict column, Py_ssize_t width)
@cython.locals(top=Step, step=Step)
cpdef Step top_of(dict column)
cdef double _weight(Step step)
@cython.locals(pieces=list, piece=Piece, behind=tuple)
cpdef list pieces_of(tuple trail)
