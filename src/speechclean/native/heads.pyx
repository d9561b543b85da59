# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Finds where a match of a pattern may begin: at some characters, or at some pairs of them.

Few places that it gives may be others; a pattern is tried at each of them.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

cdef enum:
    WIDE = 0x10000  # characters from here on are told apart by their pairs alone
    ANY = 0         # what stands for any second character
    BITS = 12       # pairs are told apart by so many


cdef inline uint32_t pair(uint32_t first, uint32_t second) noexcept nogil:
    return (first * <uint32_t>0x9E3779B1 + second * <uint32_t>0x85EBCA77) >> (32 - BITS)


cdef class Heads:
    """Each of `heads` is a first character, and behind it those that may follow; any does where there is none."""

    cdef uint64_t firsts[WIDE >> 6]
    cdef uint64_t pairs[(1 << BITS) >> 6]
    cdef bint has_wide

    def __cinit__(self, heads not None):
        cdef Py_ssize_t place
        cdef str head
        for head in heads:
            if not head:
                raise ValueError("a head begins with a character")
            self.learn(head[0], ANY if len(head) == 1 else head[1])
            for place in range(2, len(head)):
                self.learn(head[0], head[place])

    cdef void learn(self, uint32_t first, uint32_t second) noexcept:
        cdef uint32_t bit = pair(first, second)
        self.pairs[bit >> 6] |= <uint64_t>1 << (bit & 63)
        if first < WIDE:
            self.firsts[first >> 6] |= <uint64_t>1 << (first & 63)
        else:
            self.has_wide = True

    def find(self, str text not None, Py_ssize_t start, Py_ssize_t end):
        """Where the first one stands in `text[start:end]`; -1 if there is none."""
        cdef int kind = PyUnicode_KIND(text)
        start, end = max(start, 0), min(end, len(text))
        if kind == 1:
            return self.found(<uint8_t *>PyUnicode_DATA(text), start, end)
        if kind == 2:
            return self.found(<uint16_t *>PyUnicode_DATA(text), start, end)
        return self.found(<uint32_t *>PyUnicode_DATA(text), start, end)

    cdef Py_ssize_t found(self, letter_t *letters, Py_ssize_t place, Py_ssize_t end) noexcept:
        cdef uint32_t letter, second
        while place < end:
            letter = letters[place]
            if self.begins(letter):
                second = letters[place + 1] if place + 1 < end else ANY
                if self.has(letter, second) or self.has(letter, ANY):
                    return place
            place += 1
        return -1

    cdef inline bint begins(self, uint32_t letter) noexcept nogil:
        if letter >= WIDE:
            return self.has_wide
        return self.firsts[letter >> 6] >> (letter & 63) & 1

    cdef inline bint has(self, uint32_t first, uint32_t second) noexcept nogil:
        cdef uint32_t bit = pair(first, second)
        return self.pairs[bit >> 6] >> (bit & 63) & 1
