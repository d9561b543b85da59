import cython

cdef class Planned:
    cdef dict _asked
    cdef tuple _rules
    cdef readonly object mask
    cdef readonly str name
    cdef readonly bint removes
    cdef readonly bint judges
    cdef readonly Py_ssize_t number

    cdef list awake(self, mask)

@cython.locals(name=str, edits=list, notes=list)
cpdef tuple credited(list found)
