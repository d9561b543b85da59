# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Parts lines into sentences, and tells which of them are worth a look; and what else is asked of every piece."""

cimport cython
from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, Py_UNICODE_ISDECIMAL, Py_UNICODE_ISSPACE
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t

from speechclean.native.runs cimport Grams

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

cdef enum:
    BLOCK = 16
    LONGEST_SENTENCE = 400
    FAR = 400  # a quotation that began further back was never closed
    LONGEST_ALT = 200
    MOST_SETS = 4096  # so many sets of groups are remembered; the 7,000 texts of the corpora have 3,000

cdef object new = tuple.__new__


cdef inline bint is_han(uint32_t letter) noexcept nogil:
    """Whether it is a Chinese character: most are."""
    return 0x4E00 <= letter <= 0x9FFF


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


def likely(str text not None, line, list places not None, Grams grams, double need):
    """Those of several sentences of a line that hold one of the places and, where `grams` reads them, read so well."""
    cdef Py_ssize_t start = line[0], end = line[1]
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
        if grams is None or grams.reads(text, first, last, grams.fold) >= need:
            found.append((first, last))


def brackets(str text not None, Py_ssize_t start, Py_ssize_t end):
    """The bracketed and framed runs of `text[start:end]`, a line, with the ellipses around them."""
    cdef int kind = PyUnicode_KIND(text)
    start, end = max(start, 0), min(end, len(text))
    if kind == 1:
        return brackets_in(<uint8_t *>PyUnicode_DATA(text), start, end)
    if kind == 2:
        return brackets_in(<uint16_t *>PyUnicode_DATA(text), start, end)
    return brackets_in(<uint32_t *>PyUnicode_DATA(text), start, end)


cdef list brackets_in(letter_t *letters, Py_ssize_t start, Py_ssize_t end):
    cdef list found = []
    cdef Py_ssize_t behind
    while start < end:
        behind = -1
        if not is_han(letters[start]):
            if is_frame(letters[start]):
                behind = frame_end(letters, start, end)
            else:
                behind = bracket_end(letters, start, end)
        if behind < 0:
            start += 1
        else:
            found.append((start, behind))
            start = behind
    return found


cdef inline bint is_frame(uint32_t letter) noexcept nogil:
    """One of ★☆◆◇◎●■▲▼※→←↓↑✦=~&#*＊—– and -."""
    if letter < 0x80:
        return (
            letter == 0x3D or letter == 0x7E or letter == 0x26 or letter == 0x23 or letter == 0x2A or letter == 0x2D
        )
    if not 0x2013 <= letter <= 0x2726:
        return letter == 0xFF0A
    return (
        letter == 0x2605 or letter == 0x2606 or letter == 0x25C6 or letter == 0x25C7 or letter == 0x25CE
        or letter == 0x25CF or letter == 0x25A0 or letter == 0x25B2 or letter == 0x25BC or letter == 0x203B
        or 0x2190 <= letter <= 0x2193 or letter == 0x2726 or letter == 0x2225 or letter == 0x2016
        or letter == 0x2551 or letter == 0x2503 or letter == 0x2014 or letter == 0x2013
    )


cdef inline Py_ssize_t frame_end(letter_t *letters, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    """Where a run ends that begins and ends with the same sign of a frame, and perhaps others; -1: none begins here."""
    cdef Py_ssize_t first = start + 1, behind
    while first < end and first <= start + 40 and is_frame(letters[first]):
        first += 1
    behind = -1
    if first < end and (letters[first] == 0x20 or letters[first] == 0x3000):
        behind = framed_end(letters, letters[start], first + 1, end)
    if behind < 0:
        behind = framed_end(letters, letters[start], first, end)
    if behind < 0:
        return -1
    first = behind + 40
    while behind < end and behind < first and is_frame(letters[behind]):
        behind += 1
    return behind


cdef inline Py_ssize_t framed_end(letter_t *letters, uint32_t frame, Py_ssize_t first, Py_ssize_t end) noexcept nogil:
    """Behind the first such sign that ends a sentence's part of 4 to 101 characters; -1: there is none."""
    cdef Py_ssize_t place
    if first >= end or is_frame(letters[first]) or letters[first] == 0x0A or letters[first] == 0x3002:
        return -1
    for place in range(first + 1, min(end, first + 102)):
        if place > first + 3 and letters[place] == frame:
            return place + 1
        if letters[place] == 0x0A or letters[place] == 0x3002:
            return -1
    return -1


cdef inline Py_ssize_t bracket_end(letter_t *letters, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    """Where brackets end, with what they hold and the ellipses around them; -1: none begin here."""
    cdef Py_ssize_t behind, first = start
    cdef uint32_t letter
    while first < end and first < start + 2 and letters[first] == 0x2026:
        first += 1
    if first > start and first < end and letters[first] == 0x20:
        first += 1
    if first >= end:
        return -1
    letter = letters[first]
    if letter == 0x28 or letter == 0xFF08:
        behind = parenthesis_end(letters, first, end)
    elif letter == 0x3010 or letter == 0x3016:
        behind = run_end(letters, first + 1, end, letter, letter + 1, 120)
        behind = behind + 1 if behind > first + 4 and behind < end and letters[behind] == letter + 1 else -1
    elif letter == 0x5B:
        behind = run_end(letters, first + 1, end, 0x5B, 0x5D, 120)
        behind = behind + 1 if behind > first + 4 and behind < end and letters[behind] == 0x5D else -1
    else:
        return -1
    if behind < 0:
        return -1
    first = behind
    if first < end and letters[first] == 0x20:
        first += 1
    start = first
    while first < end and first < start + 2 and letters[first] == 0x2026:
        first += 1
    return first if first > start else behind


cdef inline Py_ssize_t run_end(
    letter_t *letters, Py_ssize_t place, Py_ssize_t end, uint32_t opening, uint32_t closing, Py_ssize_t most
) noexcept nogil:
    """Where a run ends without these brackets, or newlines, of no more than so many characters."""
    end = min(end, place + most)
    while place < end and letters[place] != opening and letters[place] != closing and letters[place] != 0x0A:
        place += 1
    return place


cdef inline Py_ssize_t parenthesis_end(letter_t *letters, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    """Where a parenthesis ends that may hold another one; -1: it does not end."""
    cdef Py_ssize_t place = unparted(letters, start + 1, end, 120)
    if place < start + 5 or place >= end:
        return -1
    if closes_parenthesis(letters[place]):
        return place + 1
    if letters[place] != 0x28 and letters[place] != 0xFF08:
        return -1
    place = unparted(letters, place + 1, end, 30)
    if place >= end or not closes_parenthesis(letters[place]):
        return -1
    place = unparted(letters, place + 1, end, 60)
    return place + 1 if place < end and closes_parenthesis(letters[place]) else -1


cdef inline bint closes_parenthesis(uint32_t letter) noexcept nogil:
    return letter == 0x29 or letter == 0xFF09


cdef inline Py_ssize_t unparted(letter_t *letters, Py_ssize_t place, Py_ssize_t end, Py_ssize_t most) noexcept nogil:
    """Where a run without parentheses or newlines ends, of no more than so many characters."""
    end = min(end, place + most)
    while place < end and letters[place] != 0x0A and not closes_parenthesis(letters[place]) and (
        letters[place] != 0x28 and letters[place] != 0xFF08
    ):
        place += 1
    return place


def quoted(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Whether a quotation that begins or ends outside holds a part of `text[start:end]`."""
    cdef int kind = PyUnicode_KIND(text)
    start, end = min(max(start, 0), len(text)), min(end, len(text))
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


def is_manual(str text not None):
    """Whether a text is written in Markdown or shows code."""
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return manual_in(<uint8_t *>PyUnicode_DATA(text), len(text))
    if kind == 2:
        return manual_in(<uint16_t *>PyUnicode_DATA(text), len(text))
    return manual_in(<uint32_t *>PyUnicode_DATA(text), len(text))


cdef bint manual_in(letter_t *letters, Py_ssize_t size) noexcept nogil:
    cdef Py_ssize_t place, block = 0, number
    cdef letter_t found
    while block < size:
        found = size - block < BLOCK
        if not found:
            for number in range(BLOCK):  # compilers make few instructions of it
                found |= <letter_t>(letters[block + number] - 0x5D) < 0x12  # ], ` and n are among these, few digits and signs
        if found:
            for place in range(block, min(block + BLOCK, size)):
                if begins_code(letters, size, place):
                    return True
        block += BLOCK
    return False


cdef inline bint begins_code(letter_t *letters, Py_ssize_t size, Py_ssize_t place) noexcept nogil:
    cdef uint32_t letter = letters[place]
    if letter == 0x60:
        return stands(letters, size, place, b"```")
    if letter == 0x5D:
        return (
            stands(letters, size, place, b"](")
            and not stands(letters, size, place, b"](\"")
            and not stands(letters, size, place, b"]('")
            and not stands(letters, size, place, b"]( ")
            and not is_picture(letters, place)
        )
    return letter == 0x6E and stands(letters, size, place, b"npm install")


cdef bint is_picture(letter_t *letters, Py_ssize_t place) noexcept nogil:
    """Whether the bracket that closes there was opened by a picture or holds one: extractors write the page's so."""
    cdef Py_ssize_t start = place
    if place and letters[place - 1] == 0x29:
        return True
    if place and letters[place - 1] == 0x5D:  # of a smiley: `![[笑]](`
        start -= 1
    while start and place - start < LONGEST_ALT and letters[start - 1] not in (0x5B, 0x5D, 0x0A):
        start -= 1
    if start < 2 or letters[start - 1] != 0x5B:
        return False
    return letters[start - 2] == 0x21 or (start > 2 and letters[start - 2] == 0x5B and letters[start - 3] == 0x21)


cdef inline bint stands(letter_t *letters, Py_ssize_t size, Py_ssize_t place, const char *word) noexcept nogil:
    cdef Py_ssize_t length = 0
    while word[length]:
        if place + length >= size or letters[place + length] != <letter_t>word[length]:
            return False
        length += 1
    return True


@cython.final
cdef class Keys:
    """Tells which groups may be heard in a sentence: `keys` are characters and pairs, each with its groups."""

    cdef uint64_t *pairs
    cdef uint64_t *groups
    cdef uint64_t mask
    cdef uint8_t firsts[0x2000]  # a bit for each character that a key begins with
    cdef uint64_t *begins  # the groups of each first character, by a hash of it
    cdef uint32_t *letters
    cdef uint64_t last
    cdef dict numbers  # of the groups of which first characters are known
    cdef list names
    cdef dict known  # the groups of the sets of bits that were met, while they are few

    def __cinit__(self, dict keys not None, dict begin=None):
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
        self.learn(begin or {})

    cdef int learn(self, dict begin) except -1:
        """Take down which groups begin with each character; a digit may be any."""
        cdef uint64_t size = 16, place
        while size < 2 * <uint64_t>sum([len(letters) for letters in begin.values()]):
            size *= 2
        self.last = size - 1
        self.begins = <uint64_t *>PyMem_Calloc(size, sizeof(uint64_t))
        self.letters = <uint32_t *>PyMem_Calloc(size, sizeof(uint32_t))
        if self.begins == NULL or self.letters == NULL:
            raise MemoryError
        self.numbers = {group: self.names.index(group) for group in begin}
        for group, letters in begin.items():
            for letter in letters:
                place = self.place_of_first(0x30 if letter.isdecimal() else <uint32_t>ord(letter))
                self.letters[place] = 0x30 if letter.isdecimal() else <uint32_t>ord(letter)
                self.begins[place] |= <uint64_t>1 << <int>self.numbers[group]
        return 0

    def __dealloc__(self):
        PyMem_Free(self.pairs)
        PyMem_Free(self.groups)
        PyMem_Free(self.begins)
        PyMem_Free(self.letters)

    cdef inline uint64_t place_of_first(self, uint32_t letter) noexcept nogil:
        """Where a first character stands, or the empty place for it."""
        cdef uint64_t place = (letter * <uint64_t>0x9E3779B97F4A7C15) >> 40 & self.last
        while self.letters[place] and self.letters[place] != letter:
            place = (place + 1) & self.last
        return place

    def places(self, str text not None, str group not None):
        """Where a word of a group may begin; None where any character may begin one."""
        cdef int kind = PyUnicode_KIND(text)
        cdef void *data = PyUnicode_DATA(text)
        cdef list found = []
        cdef Py_ssize_t place
        cdef uint64_t own
        cdef uint32_t letter
        number = self.numbers.get(group)
        if number is None:
            return None
        own = <uint64_t>1 << <int>number
        for place in range(len(text)):
            letter = PyUnicode_READ(kind, data, place)
            if not is_han(letter) and Py_UNICODE_ISDECIMAL(letter):
                letter = 0x30
            if self.begins[self.place_of_first(letter)] & own:
                found.append(place)
        return found

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
            if len(self.known) >= MOST_SETS:
                self.known.clear()
            groups = self.known[found] = frozenset(
                [name for number, name in enumerate(self.names) if found >> <int>number & 1]
            )
        return groups
