import cython
from speechclean.native.chances cimport Chances
from speechclean.rules.transport.options cimport Options
from speechclean.rules.transport.steps cimport Guess, Piece, Step, best_of, just_paused, pieces_of, top_of, trail_of


cdef class Reading:
    cdef str _raw
    cdef dict _units
    cdef object _channel
    cdef object _loss
    cdef str _script
    cdef dict _columns
    cdef dict _tops
    cdef dict _fitting
    cdef Py_ssize_t _width
    cdef Py_ssize_t _most
    cdef Chances _quick

    @cython.locals(place=Py_ssize_t, column=dict)
    cpdef list best(self, str before=*)
    @cython.locals(unit=str, sure=Piece, kept=Piece, guesses=list, step=Step, guess=Guess, trail=tuple, repaired=bint, cost=double)
    cdef _advance(self, Py_ssize_t place, list steps)
    @cython.locals(
        end=Py_ssize_t, state=str, made=dict, characters=str, folds=str, weights=list, best=double, top=double, least=double, paused=bint, column=dict,
        at=Py_ssize_t, character=str, last=str, found=double, key=str, known=Step, piece=Piece,
    )
    cdef _guess(self, str before, tuple trail, Guess guess, double weight)
    @cython.locals(last=str, weight=double, column=dict, key=str, known=Step)
    cdef _add(self, Step before, tuple trail, Piece piece, double cost)
    cdef double _weigh(self, str last, str character, str script)
    @cython.locals(table=dict)
    cdef Options _fit_for(self, str key, bint free)
    @cython.locals(raw=str, unit=str, end=Py_ssize_t)
    cdef Piece _sure(self, Py_ssize_t place)
    cdef bint _settled(self, Py_ssize_t place, Piece sure)
    @cython.locals(pairs=bint, guesses=list, mask=tuple, end=Py_ssize_t, key=str, last=bint, state=str, options=Options)
    cdef list _guesses(self, Py_ssize_t place)
    @cython.locals(raw=str, end=Py_ssize_t, last=bint, size=Py_ssize_t, key=str, present=bint)
    cdef tuple _fit(self, Py_ssize_t place, tuple mask)
