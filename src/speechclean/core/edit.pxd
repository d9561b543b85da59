import cython

cdef class Cuts:
    cdef str _text
    cdef readonly object spans
    cdef object _reason

    @cython.locals(reached=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t)
    cpdef bint are_apart(self)
    cpdef bint are_of(self, text)
    @cython.locals(text=str, place=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, pieces=list)
    cpdef str apply(self)

cpdef swap(str text, Py_ssize_t start, Py_ssize_t end, str new, str evidence=*)
cpdef cut(str text, Py_ssize_t start, Py_ssize_t end, str evidence=*)
