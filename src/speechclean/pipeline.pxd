import cython

from speechclean.core.document cimport Document
from speechclean.core.patch cimport Patch
from speechclean.core.planned cimport Planned
from speechclean.triggers cimport Awake

cdef class Course:
    cdef Awake awake
    cdef Document document
    cdef list steps
    cdef list failures
    cdef public object guard
    cdef public tuple keep
    cdef Py_ssize_t patches
    cdef list settled
    cdef public object page
    cdef readonly bint extracted
    cdef readonly bint linked
    cdef bint looked
    cdef object triggers

    cpdef bint may_start_afresh(self)
    cpdef bint has_changed_since(self, Planned stage)
    @cython.locals(rounds=Py_ssize_t)
    cpdef ask(self, Planned stage)
    cdef _ask_of_page(self, Planned stage, page)
    cdef _look(self)
    cdef bint _round(self, Planned stage, mask)
    @cython.locals(document=Document, patch=Patch)
    cdef bint _take(self, Planned stage, edits, notes)
    @cython.locals(found=list)
    cdef tuple _found(self, Document document, list asked)
