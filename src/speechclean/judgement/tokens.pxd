import cython

cdef class View:
    cdef readonly str window
    cdef readonly object squeezed
    cdef readonly str text
    cdef readonly list forms
    cdef readonly str shapes
    cdef readonly list starts

    cpdef str words(self, Py_ssize_t first, Py_ssize_t last)

cdef class _Tokens:
    cdef str text
    cdef str window
    cdef str written
    cdef object _places
    cdef str _letters
    cdef str _shapes
    cdef list forms
    cdef list shapes
    cdef list starts

    cdef Py_ssize_t take_first(self, list patterns, Py_ssize_t start) except -1
    cdef take(self, str group, Py_ssize_t start, Py_ssize_t end)
    cdef add(self, str form, str shape, Py_ssize_t start)
    @cython.locals(place=Py_ssize_t, sign=Py_UCS4)
    cdef Py_ssize_t end_of_signs(self, Py_ssize_t start) except -1
    @cython.locals(place=Py_ssize_t)
    cdef add_signs(self, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(raw=str)
    cdef add_number(self, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(raw=str, own=Py_ssize_t, account=str, may_hold=bint)
    cdef add_latin(self, Py_ssize_t start, Py_ssize_t end)

@cython.locals(found=_Tokens, start=Py_ssize_t, place=Py_ssize_t, size=Py_ssize_t, patterns=list)
cpdef View view(str window)

@cython.locals(digits=Py_ssize_t, plain=bint, character=Py_UCS4)
cdef str _number(str text, str raw)

@cython.locals(letters=Py_ssize_t, character=Py_UCS4)
cdef str _latin(str text)
