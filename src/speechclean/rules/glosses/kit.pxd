import cython
from speechclean.rules.glosses.glossed cimport most_needed

cdef int LITTLE

@cython.locals(plain=list)
cpdef judged(str text, glosses)
@cython.locals(plain=list, number=Py_ssize_t, span=tuple)
cdef list _plain(list spans, bytes needs, frozenset aside)
@cython.locals(start=Py_ssize_t, mark=Py_UCS4, last=Py_UCS4)
cdef _marks(str text, list starts)
