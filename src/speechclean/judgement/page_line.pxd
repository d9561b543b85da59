import cython

cdef class Reading:
    cdef readonly str line
    cdef public list items
    cdef public double weight
    cdef public Py_ssize_t text
    cdef public bint parted

    cpdef Py_ssize_t goes_on(self, pattern, Py_ssize_t position)

@cython.locals(reading=Reading, start=Py_ssize_t, end=Py_ssize_t, behind=Py_ssize_t, open_byline=bint, open_label=bint)
cpdef Reading read(str line)
cdef list _items(match, str line)
cdef _weigh(Reading reading, str line)
cdef bint _is_counted(str line, item)
@cython.locals(signs=Py_ssize_t)
cpdef bint is_furniture(Reading reading, str folded)
