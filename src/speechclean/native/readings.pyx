# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Finds readings in brackets, and words in Latin letters beside Chinese characters.

The twins are the patterns of rules/glosses/places.py; what a reading is written with is said there alone.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, PyUnicode_READ_CHAR, Py_UNICODE_ISSPACE
from libc.stdint cimport uint8_t, uint16_t, uint32_t
from libc.string cimport memcmp

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

cdef enum:
    TABLE = 0x2000  # no letter of a reading comes behind
    BEYOND = 0x2E80  # no Chinese character comes before
    MOST_LETTERS = 8
    MOST_AGAIN = 7
    MOST_IN_WORD = 12
    REMEMBERED = 0x1000  # so many readings behind characters

    OF_READING = 1
    OF_WORD = 2


cdef inline bint opens(uint32_t letter, bint again) noexcept nogil:
    """( （ [ ［, and at first 【 〔."""
    if letter == 0x28 or letter == 0xFF08 or letter == 0x5B or letter == 0xFF3B:
        return True
    return not again and (letter == 0x3010 or letter == 0x3014)


cdef inline bint may_open(uint32_t letter) noexcept nogil:
    """Whether this is near a bracket that opens; nothing in most of a text is."""
    return letter < 0x5C or 0x300F < letter < 0x3015 or letter > 0xFF07


cdef inline bint closes(uint32_t letter, bint again) noexcept nogil:
    """) ） ] ］, and at first 】 〕."""
    if letter == 0x29 or letter == 0xFF09 or letter == 0x5D or letter == 0xFF3D:
        return True
    return not again and (letter == 0x3011 or letter == 0x3015)


cdef inline bint is_blank(uint32_t letter) noexcept nogil:
    return letter == 0x20 or letter == 0x3000


cdef inline bint is_chinese(uint32_t letter) noexcept nogil:
    return 0x4E00 <= letter <= 0x9FFF or 0x3400 <= letter <= 0x4DBF or 0xF900 <= letter <= 0xFAFF


cdef inline bint is_owner(uint32_t letter) noexcept nogil:
    """姓 叫 名 字."""
    return letter == 0x59D3 or letter == 0x53EB or letter == 0x540D or letter == 0x5B57


cdef inline bint is_mark(uint32_t letter) noexcept nogil:
    """， 。 、 ； ： ！ ？ ”."""
    return (
        letter == 0xFF0C or letter == 0x3002 or letter == 0x3001 or letter == 0xFF1B or letter == 0xFF1A
        or letter == 0xFF01 or letter == 0xFF1F or letter == 0x201D
    )


cdef inline bint same(str written, letter_t *letters, Py_ssize_t length) noexcept:
    """Whether these are the letters of a string."""
    cdef Py_ssize_t place
    cdef int kind = PyUnicode_KIND(written)
    cdef void *data = PyUnicode_DATA(written)
    if len(written) != length:
        return False
    if kind == sizeof(letter_t):
        return memcmp(data, letters, length * sizeof(letter_t)) == 0
    for place in range(length):
        if PyUnicode_READ(kind, data, place) != letters[place]:
            return False
    return True


cdef inline bint parts_words(uint32_t letter) noexcept:
    """A blank, or one of ， 。 ； ： ！ ？ 、 , . ; : ! ? “ ” ‘ ’ （ ） ( )."""
    if letter < 0x80:
        return (
            letter == 0x2C or letter == 0x2E or letter == 0x3B or letter == 0x3A or letter == 0x21 or letter == 0x3F
            or letter == 0x28 or letter == 0x29 or Py_UNICODE_ISSPACE(letter)
        )
    return (
        (is_mark(letter) or letter == 0x201C or letter == 0x2018 or letter == 0x2019 or letter == 0xFF08 or letter == 0xFF09)
        or Py_UNICODE_ISSPACE(letter)
    )


cdef class Readings:
    """What a reading is written with: `letters`, and in words capitals of ASCII, too."""

    cdef uint8_t kinds[TABLE]
    cdef list written  # those that are remembered, each where its characters say
    cdef uint8_t told[REMEMBERED]  # and what was told of them
    cdef object tell               # by whom

    def __cinit__(self, str letters not None):
        cdef Py_ssize_t code
        for code in range(TABLE):
            self.kinds[code] = 0
        for code in range(26):
            self.kinds[0x41 + code] = OF_WORD
        for letter in letters:
            if ord(letter) >= TABLE:
                raise ValueError("no reading is written so")
            self.kinds[ord(letter)] = OF_READING | OF_WORD

    def behind(self, str text not None, tell not None):
        """The readings in brackets behind Chinese characters.

        Their spans; what `tell` says of each with its character, a number below 256, which is remembered while the same one
        is asked; those whose character may stand in no sentence; and the spans of readings behind anything else but blanks.
        """
        cdef int kind = PyUnicode_KIND(text)
        cdef list spans = [], odd = [], others = []
        cdef bytearray told = bytearray()
        if tell is not self.tell:
            self.tell = tell
            self.written = [None] * REMEMBERED
        if kind == 1:
            self.read_behind(<uint8_t *>PyUnicode_DATA(text), text, tell, (spans, told, odd, others))
        elif kind == 2:
            self.read_behind(<uint16_t *>PyUnicode_DATA(text), text, tell, (spans, told, odd, others))
        else:
            self.read_behind(<uint32_t *>PyUnicode_DATA(text), text, tell, (spans, told, odd, others))
        return spans, bytes(told), odd, others

    def size_of_word(self, str text not None, Py_ssize_t start, Py_ssize_t end, Py_ssize_t around):
        """How many characters stand around `text[start:end]` up to the marks on either side; readings do not count."""
        cdef Py_ssize_t size = len(text)
        if not 0 <= start <= end <= size:
            raise IndexError(start)
        return self.letters_in(text, max(0, start - around), start, False) + self.letters_in(
            text, end, min(size, end + around), True
        )

    cdef Py_ssize_t letters_in(self, str text, Py_ssize_t place, Py_ssize_t end, bint first):
        """How many characters stand in front of the first mark, or behind the last one."""
        cdef Py_ssize_t count = 0, behind
        while place < end:
            behind = self.gloss(text, place, end)
            if behind:
                place = behind
                continue
            if parts_words(PyUnicode_READ_CHAR(text, place)):
                if first:
                    return count
                count = -1
            count += 1
            place += 1
        return count

    cdef Py_ssize_t gloss(self, str text, Py_ssize_t place, Py_ssize_t end):
        """Where a bracket ends that begins here and holds up to twelve letters and blanks; 0 where none does."""
        cdef Py_ssize_t first = place + 1
        cdef uint32_t letter
        if not opens(PyUnicode_READ_CHAR(text, place), False):
            return 0
        for place in range(first, min(end, first + MOST_IN_WORD + 1)):
            letter = PyUnicode_READ_CHAR(text, place)
            if not (self.has(letter, OF_READING) or is_blank(letter)):
                return place + 1 if place > first and closes(letter, False) else 0
        return 0

    def bare(self, str text not None):
        """The spans of words of 2 to 7 letters of readings, the first of them of ASCII, between Chinese characters."""
        cdef int kind = PyUnicode_KIND(text)
        cdef list spans = []
        if kind == 2:
            self.read_bare(<uint16_t *>PyUnicode_DATA(text), len(text), spans)
        elif kind == 4:
            self.read_bare(<uint32_t *>PyUnicode_DATA(text), len(text), spans)
        return spans

    def beside(self, str text not None):
        """The spans of words, with what stands behind them, that touch a character from U+2E80 on."""
        cdef int kind = PyUnicode_KIND(text)
        cdef list spans = []
        if kind == 2:
            self.read_beside(<uint16_t *>PyUnicode_DATA(text), len(text), spans)
        elif kind == 4:
            self.read_beside(<uint32_t *>PyUnicode_DATA(text), len(text), spans)
        return spans

    cdef inline bint has(self, uint32_t letter, uint8_t kind) noexcept nogil:
        return letter < TABLE and self.kinds[letter] & kind

    cdef Py_ssize_t unit(self, letter_t *text, Py_ssize_t length, Py_ssize_t place, bint again) noexcept nogil:
        """Where the reading in brackets ends that begins here; 0 where none does."""
        cdef Py_ssize_t first
        if not opens(text[place], again):
            return 0
        place += 1
        if place < length and is_blank(text[place]):
            place += 1
        first = place
        while place < length and place - first <= MOST_LETTERS and self.has(text[place], OF_READING):
            place += 1
        if place == first or place - first > MOST_LETTERS:
            return 0
        if place < length and is_blank(text[place]):
            place += 1
        return place + 1 if place < length and closes(text[place], again) else 0

    cdef int ask(self, letter_t *letters, str text, tuple span, tell) except -1:
        """What is told of a reading with its character; asked when it was not met yet, or forgotten."""
        cdef Py_ssize_t start = span[0], end = span[1], place
        cdef uint32_t sum = 2166136261
        cdef str written
        cdef uint8_t told
        start -= 1
        for place in range(start, end):
            sum = (sum ^ letters[place]) * <uint32_t>16777619
        sum = (sum ^ sum >> 15) & (REMEMBERED - 1)
        written = self.written[sum] if self.tell is tell else None
        if written is None or not same(written, letters + start, end - start):
            written = text[start:end]
            told = tell(written)  # meanwhile another may be asked for another text
            if self.tell is not tell:
                return told
            self.told[sum], self.written[sum] = told, written
        return self.told[sum]

    cdef int read_behind(self, letter_t *letters, str text, tell, tuple found) except -1:
        cdef Py_ssize_t place = 1, length = len(text), end, more
        cdef int again
        cdef uint32_t before
        cdef list spans = found[0], odd = found[2], others = found[3]
        cdef bytearray told = found[1]
        cdef tuple span
        while place < length:
            if not may_open(letters[place]) or not (end := self.unit(letters, length, place, False)):
                place += 1
                continue
            before = letters[place - 1]
            if not is_chinese(before):
                if not Py_UNICODE_ISSPACE(before):
                    others.append((place, end))
                place = end
                continue
            for again in range(MOST_AGAIN):
                more = self.unit(letters, length, end, True) if end < length else 0
                if not more:
                    break
                others.append((end, more))
                end = more
            span = (place, end)
            spans.append(span)
            told.append(self.ask(letters, text, span, tell))
            before = letters[place - 2] if place > 1 else 0
            if before < 0x3400 or before >= 0xFF00 or is_owner(before):  # the marks of full width
                odd.append(span)
            place = end
        return 0

    cdef int read_bare(self, letter_t *text, Py_ssize_t length, list spans) except -1:
        cdef Py_ssize_t place = 1, start
        while place < length:
            if text[place] > 0x7A or text[place] < 0x61 or not is_chinese(text[place - 1]):
                place += 1
                continue
            start = place
            while place < length and self.has(text[place], OF_READING):
                place += 1
            if 2 <= place - start < MOST_LETTERS and place < length and (is_chinese(text[place]) or is_mark(text[place])):
                spans.append((start, place))
        return 0

    cdef int read_beside(self, letter_t *text, Py_ssize_t length, list spans) except -1:
        cdef Py_ssize_t place = 0, start
        cdef uint8_t *kinds = self.kinds
        while place < length:
            if text[place] >= TABLE or not kinds[text[place]] & OF_WORD:
                place += 1
                continue
            start = place
            while place < length and self.has(text[place], OF_WORD):
                place += 1
            if (start and text[start - 1] >= BEYOND) or (place < length and text[place] >= BEYOND):
                spans.append((start, min(place + 1, length)))
        return 0
