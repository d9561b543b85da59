# cython: language_level=3
# How likely a character is, for the kernels that weigh text; speechclean.plausibility says what the figures mean.

from libc.stdint cimport int32_t, uint8_t, uint32_t, uint64_t

cdef enum:
    EITHER = 0           # which share of a character is meant: in text of either script, or of one
    HANS = 1
    HANT = 2

cdef struct Known:
    uint64_t key
    double weight


cdef class Chances:
    cdef bytes source
    cdef uint32_t *plain     # what a character is in the table of pairs, if not itself
    cdef int32_t *rows       # where the row of a character begins in the source, behind the character; 0: nowhere
    cdef uint8_t *shares     # of each character for each of three scripts: how rare, in steps; 0: not counted
    cdef double *signs       # what characters that are not Han weigh; 0: not known yet
    cdef Known *known
    cdef object mark
    cdef int learn(self, list lines) except -1
    cdef int part(self) except -1
    cdef uint32_t folded(self, uint32_t letter) noexcept
    cdef const uint8_t *row(self, uint32_t first) noexcept
    cdef double char_in(self, uint32_t letter, int script) noexcept
    cdef double own(self, uint32_t letter) except? -1
    cdef double weigh(self, uint32_t first, uint32_t second) except? -1
    cpdef double weigh_in(self, str first, str second, str script) except? -1
    cdef Py_ssize_t fits_worst(self, str text, double *worst) except -1
    cdef double pair_of(self, uint32_t first, uint32_t second) except? -1


cdef inline bint is_han(uint32_t letter) noexcept nogil:
    return 0x3400 <= letter <= 0xFAFF or letter >= 0x20000
