import cython

cdef str MISPLACED, MARKS
cdef double LONE_LETTER, COOL, HOPELESS, PROMISING, EACH, CLOSE
cdef dict WIDE

cpdef misplaced_mark(str text, Py_ssize_t start, Py_ssize_t letter, dict outlook)
@cython.locals(begin=Py_ssize_t, raw=str, options=list, stands=str, straight=str, mark=str)
cdef _behind_marks(str text, Py_ssize_t first, Py_ssize_t start, Py_ssize_t letter)
cpdef lost_byte(str text, Py_ssize_t letter, dict outlook)
cdef str _bytes(str text)
cdef str _public(str text)
cdef str _letters(str raw)
@cython.locals(character=Py_UCS4)
cdef bint _drops(str run)
cdef str _before(str text, Py_ssize_t start)
cdef _misplaced(str text)
cdef _shifted(str text, Py_ssize_t lost)
@cython.locals(start=Py_ssize_t, end=Py_ssize_t, kept=double, certain=double, rest=double)
cdef tuple _weighed(str text, tuple span, path, list options)
cdef _certain(list options, str first, str following)
