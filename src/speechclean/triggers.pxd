import cython

cdef class Awake:
    cdef object _triggers
    cdef object _mask
    cdef readonly object found
    cdef object _unread

    cpdef of(self, mask)
    cpdef after(self, patch, text)
