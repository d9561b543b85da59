# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Sums the weights of the runs of one to three characters in a line, each once, and counts what it looks like from afar."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport Py_UNICODE_ISDIGIT, Py_UNICODE_ISSPACE, PyUnicode_READ_CHAR
from libc.stdint cimport uint32_t, uint64_t
from libc.string cimport memset

cdef enum:
    LONGEST = 120
    MANY_DIGITS = 5
    LONG_WORD = 5
    ROOM = 1024  # for the runs of a line, each once


cdef inline bint parts(uint32_t letter) noexcept nogil:
    """Whether a sign stands between the parts of a line: a blank, | ｜ / · > » › → _ or -."""
    return (
        letter == 0x20 or letter == 0x3000 or letter == 0x7C or letter == 0xFF5C or letter == 0x2F or letter == 0xB7
        or letter == 0x3E or letter == 0xBB or letter == 0x203A or letter == 0x2192 or letter == 0x5F or letter == 0x2D
    )


cdef inline uint64_t slot(uint64_t run) noexcept nogil:
    return (run * <uint64_t>0x9E3779B97F4A7C15) >> 32


cdef class Grams:
    """The weights of runs of characters, in whole numbers."""

    cdef uint64_t *runs
    cdef int *weights
    cdef uint64_t mask

    def __cinit__(self, dict table not None):
        cdef uint64_t size = 16, run, place
        while size < 2 * <uint64_t>len(table):
            size *= 2
        self.mask = size - 1
        self.runs = <uint64_t *>PyMem_Calloc(size, sizeof(uint64_t))
        self.weights = <int *>PyMem_Calloc(size, sizeof(int))
        if self.runs == NULL or self.weights == NULL:
            raise MemoryError
        for letters, weight in table.items():
            if 0 < len(letters) <= 3:
                run = 0
                for letter in reversed(letters):
                    run = run << 21 | <uint64_t>(ord(letter) + 1)
                place = slot(run) & self.mask
                while self.runs[place]:
                    place = (place + 1) & self.mask
                self.runs[place], self.weights[place] = run, weight

    def __dealloc__(self):
        PyMem_Free(self.runs)
        PyMem_Free(self.weights)

    def __call__(self, str line not None):
        """The sum, how many runs there are, and the counts: full stops, commas, separators, digits, Latin letters."""
        cdef uint32_t letters[LONGEST]
        cdef uint64_t text[2 * LONGEST + 2]
        cdef uint64_t seen[ROOM]
        cdef Py_ssize_t size = len(line), length, place, count = 0
        cdef long total = 0
        cdef int counts[5]
        if size > LONGEST:
            raise ValueError("a line is read to its 120th character")
        for place in range(size):
            letters[place] = PyUnicode_READ_CHAR(line, place)
        look(letters, size, counts)
        length = make_alike(letters, size, text)
        memset(seen, 0, sizeof(seen))
        for place in range(length):
            total += self.weigh(text[place], seen, &count)
            if place + 1 < length:
                total += self.weigh(text[place] | text[place + 1] << 21, seen, &count)
            if place + 2 < length:
                total += self.weigh(text[place] | text[place + 1] << 21 | text[place + 2] << 42, seen, &count)
        return total, count, (counts[0], counts[1], counts[2], counts[3], counts[4])

    cdef int weigh(self, uint64_t run, uint64_t *seen, Py_ssize_t *count) noexcept nogil:
        """The weight of a run that was not there before."""
        cdef uint64_t hashed = slot(run), place = hashed & (ROOM - 1)
        while seen[place]:
            if seen[place] == run:
                return 0
            place = (place + 1) & (ROOM - 1)
        seen[place] = run
        count[0] += 1
        place = hashed & self.mask
        while self.runs[place]:
            if self.runs[place] == run:
                return self.weights[place]
            place = (place + 1) & self.mask
        return 0


cdef void look(uint32_t *letters, Py_ssize_t size, int *counts) noexcept:
    cdef Py_ssize_t place
    cdef uint32_t letter
    cdef bint inside = False
    memset(counts, 0, 5 * sizeof(int))
    for place in range(size):
        letter = letters[place]
        counts[0] += letter == 0x3002 or letter == 0x21 or letter == 0x3F
        counts[1] += letter == 0x2C or letter == 0x3B
        counts[2] += parts(letter) and not inside
        inside = parts(letter)
        counts[3] += Py_UNICODE_ISDIGIT(letter)
        counts[4] += 0x61 <= letter <= 0x7A


cdef Py_ssize_t make_alike(uint32_t *letters, Py_ssize_t size, uint64_t *text) noexcept:
    """The line between its marks, each character more by one: numbers as 0 or 00, long words as w, single blanks."""
    cdef Py_ssize_t place = 0, end, length = 1
    cdef uint32_t letter
    text[0] = 0x5E + 1
    while place < size:
        letter = letters[place]
        end = place + 1
        if Py_UNICODE_ISSPACE(letter):
            while end < size and Py_UNICODE_ISSPACE(letters[end]):
                end += 1
            letter = 0x20
        elif 0x30 <= letter <= 0x39:
            while end < size and 0x30 <= letters[end] <= 0x39:
                end += 1
            letter = 0x30
            if end - place >= MANY_DIGITS:
                text[length] = 0x30 + 1
                length += 1
        elif 0x61 <= letter <= 0x7A:
            while end < size and 0x61 <= letters[end] <= 0x7A:
                end += 1
            if end - place >= LONG_WORD:
                letter = 0x77
            else:
                end = place + 1
        text[length] = letter + 1
        length += 1
        place = end
    text[length] = 0x24 + 1
    return length + 1
