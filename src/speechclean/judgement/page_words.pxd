import cython

@cython.locals(kinds=dict, sizes=dict, position=Py_ssize_t, length=Py_ssize_t, size=Py_ssize_t, weight=double)
cpdef tuple split_word(str word)
cdef bint _parts_letters(str word, Py_ssize_t place)
@cython.locals(end=Py_ssize_t, place=Py_ssize_t, letter=Py_UCS4)
cpdef bint is_run(str line)
