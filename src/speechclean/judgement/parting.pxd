import cython
from speechclean.core.document cimport Document

cpdef list sentences(str text, line)
@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cpdef list held_sentences(str text, line, list places)
@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cpdef list likely_sentences(str text, line, list places, double need)
@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cpdef list brackets(str text, line)
@cython.locals(whole=str)
cdef Py_ssize_t _ellipsis(str text, Py_ssize_t start, Py_ssize_t end) except -1
cpdef list marked_lines(Document document, words)
@cython.locals(held=Py_ssize_t)
cpdef bint holds_one(list places, Py_ssize_t start, Py_ssize_t end)
