import cython
from speechclean.core.document cimport Document
from speechclean.judgement.voice cimport Voice

@cython.locals(voice=Voice, first=Py_ssize_t)
cpdef bint author_wrote(Document document, piece)
@cython.locals(voice=Voice)
cdef bint _names_a_site(Document document, piece)
cdef bint _answers(str text, Py_ssize_t start)
@cython.locals(head=str)
cdef bint _under_authors_label(Document document, piece)
