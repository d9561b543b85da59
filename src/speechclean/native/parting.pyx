# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Parts a text into lines, lines into sentences, and tells which of them are worth a look: those that hold certain words."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.tuple cimport PyTuple_GET_ITEM
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, Py_UNICODE_ISSPACE
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t

from speechclean.native.runs cimport Grams

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

cdef enum:
    LONGEST_SENTENCE = 400
    PROSE = 45  # a line of so many characters with a full stop in it is text

cdef object new = tuple.__new__


cdef inline Py_ssize_t line_end(letter_t *letters, Py_ssize_t place, Py_ssize_t size) noexcept nogil:
    while place < size and letters[place] != 0x0A:
        place += 1
    return place


cdef inline Py_ssize_t begins(list hits, Py_ssize_t number) except -1:
    """Where a hit begins."""
    return <object>PyTuple_GET_ITEM(hits[number], 0)


cdef inline bint ends_sentence(uint32_t letter) noexcept nogil:
    """One of 。！？!?；;."""
    return (
        letter == 0x3002 or letter == 0xFF01 or letter == 0xFF1F or letter == 0x21 or letter == 0x3F or letter == 0xFF1B
        or letter == 0x3B
    )


cdef inline bint closes(uint32_t letter) noexcept nogil:
    """One of ”」』’")）】 and ]."""
    return (
        letter == 0x201D or letter == 0x300D or letter == 0x300F or letter == 0x2019 or letter == 0x22
        or letter == 0x29 or letter == 0xFF09 or letter == 0x3011 or letter == 0x5D
    )


cdef Py_ssize_t next_sentence(letter_t *letters, Py_ssize_t *start, Py_ssize_t *first, Py_ssize_t end) noexcept:
    """The end of the next sentence; it begins at `first`, and what stands behind it at `start`. -1: there is none.

    A sentence ends with one mark and those behind it, or with two dots.
    """
    cdef Py_ssize_t body, place
    cdef uint32_t letter
    while start[0] < end:
        body = start[0]
        while body < end:
            letter = letters[body]
            if not 0x3003 <= letter < 0xFF00:
                if letter == 0x2026 and body + 1 < end and letters[body + 1] == 0x2026:
                    break
                if ends_sentence(letter):
                    break
            body += 1
        place = body
        if body < end:
            place += 1
            if letters[body] == 0x2026:
                place += 1
            else:
                while place < end and (
                    ends_sentence(letters[place]) or letters[place] == 0xFF5E or letters[place] == 0x7E
                ):
                    place += 1
            while place < end and closes(letters[place]):
                place += 1
        first[0] = start[0] if body - start[0] <= LONGEST_SENTENCE else body - LONGEST_SENTENCE
        start[0] = place
        while first[0] < body and Py_UNICODE_ISSPACE(letters[first[0]]):
            first[0] += 1
        if first[0] < body:
            return place
    return -1


def sentences(str text not None, Py_ssize_t start, Py_ssize_t end, piece_type):
    """The sentences of `text[start:end]`, a line, without the blanks around them."""
    cdef int kind = PyUnicode_KIND(text)
    start, end = max(start, 0), min(end, len(text))
    if kind == 1:
        return sentences_in(<uint8_t *>PyUnicode_DATA(text), start, end, piece_type)
    if kind == 2:
        return sentences_in(<uint16_t *>PyUnicode_DATA(text), start, end, piece_type)
    return sentences_in(<uint32_t *>PyUnicode_DATA(text), start, end, piece_type)


cdef list sentences_in(letter_t *letters, Py_ssize_t start, Py_ssize_t end, object piece_type):
    cdef list found = []
    cdef Py_ssize_t first = 0, last
    while True:
        last = next_sentence(letters, &start, &first, end)
        if last < 0:
            return found
        found.append(new(piece_type, (first, last, "sentence")))


def likely(str text not None, Py_ssize_t start, Py_ssize_t end, list places not None, Grams grams not None, double need):
    """Those of several sentences of a line that hold one of the places and read so much like a site's."""
    cdef int kind = PyUnicode_KIND(text)
    start, end = max(start, 0), min(end, len(text))
    if kind == 1:
        return likely_in(<uint8_t *>PyUnicode_DATA(text), text, start, end, places, grams, need)
    if kind == 2:
        return likely_in(<uint16_t *>PyUnicode_DATA(text), text, start, end, places, grams, need)
    return likely_in(<uint32_t *>PyUnicode_DATA(text), text, start, end, places, grams, need)


cdef list likely_in(
    letter_t *letters, str text, Py_ssize_t start, Py_ssize_t end, list places, Grams grams, double need
):
    cdef list found = []
    cdef Py_ssize_t first = 0, last, number = 0, count = len(places), several = 0, place
    while True:
        last = next_sentence(letters, &start, &first, end)
        if last < 0:
            return found
        several += 1
        while number < count and <Py_ssize_t>places[number] < first:
            number += 1
        if number == count or <Py_ssize_t>places[number] >= last:
            continue
        if several == 1:
            place = start
            if next_sentence(letters, &place, &start, end) < 0:
                return found  # it is the whole line
            start = last
        if grams.reads(text, first, last, grams.fold) >= need:
            found.append((first, last))


def rows(str text not None):
    """Where the lines of a text begin and end that are not blank, the numbers of those that are no paragraphs, and the kind of each."""
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return rows_in(<uint8_t *>PyUnicode_DATA(text), len(text))
    if kind == 2:
        return rows_in(<uint16_t *>PyUnicode_DATA(text), len(text))
    return rows_in(<uint32_t *>PyUnicode_DATA(text), len(text))


cdef tuple rows_in(letter_t *letters, Py_ssize_t size):
    cdef list found = [], short = []
    cdef bytearray kinds = bytearray()
    cdef Py_ssize_t start = 0, place, seen
    while start <= size:
        seen = start
        while seen < size and letters[seen] != 0x0A and Py_UNICODE_ISSPACE(letters[seen]):
            seen += 1
        place = line_end(letters, seen, size)
        if seen < place:
            if place - start < PROSE or not holds_stop(letters, seen, place):
                short.append(len(found))
                kinds.append(c"o")
            else:
                kinds.append(c"p")
            found.append((start, place))
        start = place + 1
    return found, short, bytes(kinds)


cdef inline bint holds_stop(letter_t *letters, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    while start < end:
        if letters[start] == 0x3002:
            return True
        start += 1
    return False


def holding(list spans not None, list numbers not None, list hits not None):
    """Those of the numbered spans in which a hit begins, or right behind them."""
    cdef list found = []
    cdef Py_ssize_t first = 0, count = len(hits), start, end
    for number in numbers:
        start, end = spans[number]
        while first < count and begins(hits, first) < start:
            first += 1
        if first < count and begins(hits, first) <= end:
            found.append(number)
    return found


cdef class Keys:
    """Tells which groups may be heard: `keys` are characters and pairs, each with the bits of its groups."""

    cdef uint64_t *pairs
    cdef uint64_t *groups
    cdef uint64_t mask
    cdef uint8_t firsts[0x2000]  # a bit for each character that a key begins with

    def __cinit__(self, dict keys not None):
        cdef uint64_t size = 16, key, place
        cdef uint32_t first
        while size < 2 * <uint64_t>len(keys):
            size *= 2
        self.mask = size - 1
        self.pairs = <uint64_t *>PyMem_Calloc(size, sizeof(uint64_t))
        self.groups = <uint64_t *>PyMem_Calloc(size, sizeof(uint64_t))
        if self.pairs == NULL or self.groups == NULL:
            raise MemoryError
        for letters, bits in keys.items():
            first = ord(letters[0])
            key = first | <uint64_t>(ord(letters[1]) if len(letters) > 1 else 0) << 21
            self.firsts[first >> 3 & 0x1FFF] |= 1 << (first & 7)
            place = self.place_of(key)
            self.pairs[place], self.groups[place] = key, bits

    def __dealloc__(self):
        PyMem_Free(self.pairs)
        PyMem_Free(self.groups)

    cdef uint64_t place_of(self, uint64_t key) noexcept nogil:
        """Where a key stands, or the empty place for it."""
        cdef uint64_t place = (key * <uint64_t>0x9E3779B97F4A7C15) >> 32 & self.mask
        while self.pairs[place] and self.pairs[place] != key:
            place = (place + 1) & self.mask
        return place

    def __call__(self, str sentence not None):
        """The bits of the groups of which a key stands in a sentence."""
        cdef int kind = PyUnicode_KIND(sentence)
        cdef void *data = PyUnicode_DATA(sentence)
        cdef Py_ssize_t place, size = len(sentence)
        cdef uint64_t found = 0, behind
        cdef uint32_t letter
        for place in range(size):
            letter = PyUnicode_READ(kind, data, place)
            if self.firsts[letter >> 3 & 0x1FFF] >> (letter & 7) & 1:
                found |= self.groups[self.place_of(letter)]
                if place + 1 < size:
                    behind = PyUnicode_READ(kind, data, place + 1)
                    found |= self.groups[self.place_of(letter | behind << 21)]
        return found
