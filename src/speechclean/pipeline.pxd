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

    cpdef bint has_changed_since(self, Planned stage)
    @cython.locals(rounds=Py_ssize_t)
    cpdef ask(self, Planned stage)
    @cython.locals(document=Document, patch=Patch)
    cdef bint _round(self, Planned stage, mask)
    @cython.locals(document=Document, found=list)
    cdef tuple _found(self, list asked)

@cython.locals(name=str, edits=list, notes=list)
cdef tuple _credited(list found)
