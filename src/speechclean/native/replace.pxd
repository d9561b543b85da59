"""What other kernels see of `replace`: what a character becomes."""

from libc.stdint cimport uint8_t, uint16_t, uint32_t

cdef enum:
    PAGES = 0x1100  # of 256 code points each

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

ctypedef fused made_t:
    uint8_t
    uint16_t
    uint32_t


cdef class Replacer:
    cdef uint32_t *pages[PAGES]  # for each character what becomes of it, and 1; 0: not known yet
    cdef object tell
    cdef int learn(self, uint32_t letter, uint32_t to) except -1
    cdef uint32_t ask(self, uint32_t letter) except? 0
    cdef Py_ssize_t found(self, letter_t *letters, Py_ssize_t start, Py_ssize_t end) except -2
    cdef str replaced(self, str text, letter_t *letters)
    cdef void write(self, letter_t *letters, Py_ssize_t size, made_t *made) noexcept


cdef inline uint32_t become(Replacer replacer, uint32_t letter) except? 0:
    """What a character becomes."""
    cdef uint32_t to = replacer.pages[letter >> 8][letter & 255]
    return to - 1 if to else replacer.ask(letter)
