"""What other kernels see of `runs`: how a piece of a text reads."""

cimport cython
from libc.stdint cimport uint32_t, uint64_t

from speechclean.native.replace cimport Replacer

cdef enum:
    KNOWN = 1024
    SIGNS = 49  # what a line may look like


cdef struct Run:
    uint64_t letters  # up to three, each more by one
    int weight


@cython.final
cdef class Grams:
    cdef Run *runs  # beside its weight each: what is looked up is seldom at hand
    cdef uint64_t known[KNOWN]  # a bit for each run that has a weight: most of a text's have none
    cdef uint64_t mask
    cdef int signs[SIGNS]
    cdef double always
    cdef Replacer fold
    cdef void take(self, uint64_t run, int weight) noexcept
    cdef double reads(self, str text, Py_ssize_t start, Py_ssize_t end, Replacer fold) except? -1e9
    cdef long sum(self, uint32_t *letters, Py_ssize_t size, Py_ssize_t *count) except? -1
