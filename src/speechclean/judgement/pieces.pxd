import cython
from speechclean.core.document cimport Document
from speechclean.judgement.authored cimport author_wrote
from speechclean.judgement.voice cimport Voice

cdef str _why_whole(Document document, line, list parts, judge)
cdef bint _is_authors(Document document, line)
cdef bint _are_a_sites(Document document, whole, list parts)
cdef list _clauses(Document document, piece, Py_ssize_t short)
@cython.locals(clauses=list)
cdef bint _ends_as_author(Document document, piece)
@cython.locals(clauses=list)
cdef bint _is_enclosed(Document document, piece)
@cython.locals(rest=str)
cdef bint _is_around_bracket(Document document, line, judge)
cdef bint _heads_list(Document document, line)
cdef bint _controls(Document document, piece)
cdef bint _is_furniture(str folded)
@cython.locals(taken=list, near=Py_ssize_t, end=Py_ssize_t)
cdef list _take(Document document, list pieces, list places, judge)
cdef Py_ssize_t _end(Document document, piece) except -1
cdef bint _apart(Document document, piece)
@cython.locals(start=Py_ssize_t, end=Py_ssize_t, beside=bint, voice=Voice)
cdef bint _beside(Document document, part, list taken)
@cython.locals(start=Py_ssize_t, end=Py_ssize_t, rest=str)
cdef bint _nothing_left(Document document, line, list taken)
@cython.locals(voice=Voice)
cdef bint _like_a_site(Document document, piece)
