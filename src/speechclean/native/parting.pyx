# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Parts lines into sentences, and tells which of them are worth a look; and what else is asked of every piece."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, Py_UNICODE_ISSPACE
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t

from speechclean.native.runs cimport Grams

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

cdef enum:
    LONGEST_SENTENCE = 400
    FAR = 400  # a quotation that began further back was never closed

cdef object new = tuple.__new__


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


def quoted(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Whether a quotation that begins or ends outside holds a part of `text[start:end]`."""
    cdef int kind = PyUnicode_KIND(text)
    start, end = max(start, 0), min(end, len(text))
    if kind == 1:
        return False  # there are no such signs in it
    if kind == 2:
        return quoted_in(<uint16_t *>PyUnicode_DATA(text), start, end)
    return quoted_in(<uint32_t *>PyUnicode_DATA(text), start, end)


cdef bint quoted_in(letter_t *letters, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    cdef Py_ssize_t place, curved = 0, cornered = 0
    for place in range(start, end):
        curved += (letters[place] == 0x201C) - (letters[place] == 0x201D)
        cornered += (letters[place] == 0x300C) - (letters[place] == 0x300D)
    return curved or cornered or opened(letters, start, 0x201C, 0x201D) or opened(letters, start, 0x300C, 0x300D)


cdef inline bint opened(letter_t *letters, Py_ssize_t place, uint32_t opening, uint32_t closing) noexcept nogil:
    """Whether the last of these signs before a place, not far from it, is the one that opens."""
    cdef Py_ssize_t first = place - FAR if place > FAR else 0
    while place > first:
        place -= 1
        if letters[place] == closing:
            return False
        if letters[place] == opening:
            return True
    return False


cdef class Keys:
    """Tells which groups may be heard in a sentence: `keys` are characters and pairs, each with its groups."""

    cdef uint64_t *pairs
    cdef uint64_t *groups
    cdef uint64_t mask
    cdef uint8_t firsts[0x2000]  # a bit for each character that a key begins with
    cdef list names
    cdef dict known  # the groups of all sets of bits that were met

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
        self.names = sorted({group for groups in keys.values() for group in groups})
        self.known = {}
        if len(self.names) > 64:
            raise ValueError("no more than 64 groups")
        for letters, groups in keys.items():
            first = ord(letters[0])
            key = first | <uint64_t>(ord(letters[1]) if len(letters) > 1 else 0) << 21
            self.firsts[first >> 3 & 0x1FFF] |= 1 << (first & 7)
            place = self.place_of(key)
            self.pairs[place] = key
            for group in groups:
                self.groups[place] |= <uint64_t>1 << <int>self.names.index(group)

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
        """The groups of which a key stands in a sentence."""
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
        groups = self.known.get(found)
        if groups is None:
            groups = self.known[found] = frozenset(
                [name for number, name in enumerate(self.names) if found >> <int>number & 1]
            )
        return groups
