import cython

cdef class Awake:
    cdef object _triggers
    cdef object _mask
    cdef readonly object found
    cdef Unread _unread

    cpdef of(self, mask)
    @cython.locals(woken=object)
    cdef _read(self, Unread unread)
    cpdef after(self, patch, text)

cdef class Unread:
    cdef object _triggers
    cdef str _text
    cdef object _patch
    cdef object _before
    cdef tuple _scanned

    cdef bint is_at_hand(self)
    cpdef tuple scanned(self)
    cpdef of(self, words)
    cpdef wordless(self)
    cpdef lines(self, words, first=*)
    cpdef marked(self, words, prose, near)
