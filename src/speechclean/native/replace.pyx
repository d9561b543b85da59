# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Puts one character in place of another all over a text, as `str.translate` does in fifty times the time; and does edits."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport (
    PyUnicode_CopyCharacters,
    PyUnicode_DATA,
    PyUnicode_FromKindAndData,
    PyUnicode_KIND,
    PyUnicode_Tailmatch,
)
from libc.stdint cimport uint8_t, uint16_t, uint32_t

cdef extern from "Python.h":
    str PyUnicode_New(Py_ssize_t size, Py_UCS4 largest)
    Py_UCS4 PyUnicode_MAX_CHAR_VALUE(str text)

cdef uint32_t EMPTY[256]


cdef class Replacer:
    """What becomes of each character; `tell` is asked of one that is not among the known when it is first met."""

    def __cinit__(self, str known not None, str become not None, tell=None):
        cdef Py_ssize_t number
        if len(known) != len(become):
            raise ValueError("each character becomes one character")
        for number in range(PAGES):
            self.pages[number] = EMPTY
        self.tell = tell
        for number in range(len(known)):
            self.learn(<uint32_t><Py_UCS4>known[number], <uint32_t><Py_UCS4>become[number])

    def __dealloc__(self):
        cdef Py_ssize_t number
        for number in range(PAGES):
            if self.pages[number] != EMPTY:
                PyMem_Free(self.pages[number])

    cdef int learn(self, uint32_t letter, uint32_t to) except -1:
        cdef uint32_t *page = self.pages[letter >> 8]
        if page == EMPTY:
            page = <uint32_t *>PyMem_Calloc(256, sizeof(uint32_t))
            if page == NULL:
                raise MemoryError
            self.pages[letter >> 8] = page
        page[letter & 255] = to + 1
        return 0

    cdef uint32_t ask(self, uint32_t letter) except? 0:
        cdef uint32_t to = letter if self.tell is None else ord(self.tell(chr(letter)))
        self.learn(letter, to)
        return to

    def __call__(self, str text not None):
        """The text with every character replaced; the same object where nothing changes."""
        cdef int kind = PyUnicode_KIND(text)
        if kind == 1:
            return self.replaced(text, <uint8_t *>PyUnicode_DATA(text))
        if kind == 2:
            return self.replaced(text, <uint16_t *>PyUnicode_DATA(text))
        return self.replaced(text, <uint32_t *>PyUnicode_DATA(text))

    def find(self, str text not None, Py_ssize_t start, Py_ssize_t end):
        """Where the first character of `text[start:end]` stands that becomes another one; -1 if there is none."""
        cdef int kind = PyUnicode_KIND(text)
        start, end = max(start, 0), min(end, len(text))
        if kind == 1:
            return self.found(<uint8_t *>PyUnicode_DATA(text), start, end)
        if kind == 2:
            return self.found(<uint16_t *>PyUnicode_DATA(text), start, end)
        return self.found(<uint32_t *>PyUnicode_DATA(text), start, end)

    cdef Py_ssize_t found(self, letter_t *letters, Py_ssize_t start, Py_ssize_t end) except -2:
        cdef Py_ssize_t place
        cdef uint32_t to
        for place in range(start, end):
            to = self.pages[letters[place] >> 8][letters[place] & 255]
            if to and to - 1 != letters[place]:
                return place
            if not to and self.tell is not None and self.ask(letters[place]) != letters[place]:
                return place
        return -1

    cdef str replaced(self, str text, letter_t *letters):
        cdef Py_ssize_t size = len(text), place
        cdef uint32_t to, largest = 0
        cdef bint same = True
        cdef str made
        for place in range(size):
            to = self.pages[letters[place] >> 8][letters[place] & 255]
            to = to - 1 if to else self.ask(letters[place])
            same &= to == letters[place]
            largest |= to
        if same:
            return text
        made = PyUnicode_New(size, min(largest, 0x10FFFF))
        if PyUnicode_KIND(made) == 1:
            self.write(letters, size, <uint8_t *>PyUnicode_DATA(made))
        elif PyUnicode_KIND(made) == 2:
            self.write(letters, size, <uint16_t *>PyUnicode_DATA(made))
        else:
            self.write(letters, size, <uint32_t *>PyUnicode_DATA(made))
        return made

    cdef void write(self, letter_t *letters, Py_ssize_t size, made_t *made) noexcept:
        cdef Py_ssize_t place
        for place in range(size):
            made[place] = <made_t>(self.pages[letters[place] >> 8][letters[place] & 255] - 1)


def without(str text not None, spans not None):
    """The text without these spans, a sequence of tuples; None where they overlap, or come in no order."""
    cdef Py_ssize_t place = 0, size = len(text), start, end
    cdef str made
    for start, end in spans:
        if not place <= start <= end <= len(text):
            return None
        place, size = end, size - (end - start)
    if size == 0:
        return ""
    made = PyUnicode_New(size, PyUnicode_MAX_CHAR_VALUE(text))
    place = size = 0
    for start, end in spans:
        size += PyUnicode_CopyCharacters(made, size, text, place, start - place)
        place = end
    PyUnicode_CopyCharacters(made, size, text, place, len(text) - place)
    return narrowed(made)


def spliced(str text not None, tuple edits not None):
    """The text with these edits done: each a start, what stands there, and what becomes of it.

    None where something else stands there, or they overlap, or come in no order.
    """
    cdef Py_ssize_t place = 0, size = len(text), start
    cdef Py_UCS4 largest = PyUnicode_MAX_CHAR_VALUE(text)
    cdef str old, new, made
    for edit in edits:
        if not isinstance(edit, tuple) or len(<tuple>edit) < 3:
            raise TypeError("an edit is a tuple")
        start, old, new = (<tuple>edit)[0], (<tuple>edit)[1], (<tuple>edit)[2]
        if not place <= start <= len(text) or not PyUnicode_Tailmatch(text, old, start, len(text), -1):
            return None
        place, size = start + len(old), size + len(new) - len(old)
        largest = max(largest, PyUnicode_MAX_CHAR_VALUE(new))
    if size == 0:
        return ""
    made = PyUnicode_New(size, largest)
    place = size = 0
    for edit in edits:
        start, old, new = (<tuple>edit)[0], (<tuple>edit)[1], (<tuple>edit)[2]
        size += PyUnicode_CopyCharacters(made, size, text, place, start - place)
        size += PyUnicode_CopyCharacters(made, size, new, 0, len(new))
        place = start + len(old)
    PyUnicode_CopyCharacters(made, size, text, place, len(text) - place)
    return narrowed(made)


cdef str narrowed(str text):
    """The same in the least room: the widest characters may have been cut."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void *letters = PyUnicode_DATA(text)
    cdef bint wide
    if kind == 4:
        wide = reaches(<uint32_t *>letters, len(text), 0x10000)
    elif kind == 2:
        wide = reaches(<uint16_t *>letters, len(text), 0x100)
    else:
        wide = PyUnicode_MAX_CHAR_VALUE(text) < 0x80 or reaches(<uint8_t *>letters, len(text), 0x80)
    return text if wide else PyUnicode_FromKindAndData(kind, letters, len(text))


cdef bint reaches(letter_t *letters, Py_ssize_t size, uint32_t least) noexcept:
    """Whether one of the characters is as wide as that, a power of two: four together show it as each would."""
    cdef Py_ssize_t place = 0
    while place + 4 <= size:
        if letters[place] | letters[place + 1] | letters[place + 2] | letters[place + 3] >= least:
            return True
        place += 4
    while place < size:
        if letters[place] >= least:
            return True
        place += 1
    return False
