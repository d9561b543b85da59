import cython
from speechclean.judgement.tokens cimport View

cpdef tuple trimmed(View seen, list kinds, Py_ssize_t left, Py_ssize_t right)
@cython.locals(behind=object)
cdef Py_ssize_t _behind_author(View seen, list kinds, Py_ssize_t first, Py_ssize_t last) except -1
cdef bint _may_hold_cells(View seen, Py_ssize_t first, Py_ssize_t last) except -1
@cython.locals(form=str)
cdef bint _is_core(View seen, list kinds, Py_ssize_t number) except -1
cdef bint _is_wide(View seen, Py_ssize_t number) except -1
@cython.locals(start=Py_ssize_t, end=Py_ssize_t, sign=str, listed=bint)
cdef Py_ssize_t _without_list_number(View seen, Py_ssize_t first, Py_ssize_t last) except -1
@cython.locals(at_start=bint, goes_on=bint, numbered=bint)
cdef Py_ssize_t _without_number(View seen, Py_ssize_t first, Py_ssize_t last) except -1
@cython.locals(forms=list, sign=str, end=Py_ssize_t)
cdef Py_ssize_t _framed_end(View seen, list kinds, Py_ssize_t first, Py_ssize_t last) except -1
cdef tuple _between_labels(View seen, Py_ssize_t first, Py_ssize_t last)
