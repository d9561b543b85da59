# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The lines of a text that are not blank: which are paragraphs, how each reads, and which stand in another text, too."""

cimport cython
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Realloc
from cpython.tuple cimport PyTuple_GET_ITEM, PyTuple_GET_SIZE
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, Py_UNICODE_ISSPACE
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t
from libc.string cimport memcmp

from speechclean.native.replace cimport Replacer, become
from speechclean.native.runs cimport Grams

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

cdef enum:
    BLOCK = 16
    PROSE = 45  # a line of so many characters with a full stop in it is text
    NEAR = 8  # so many lines around a site's are looked at
    FEW = 8  # a line of fewer characters stays where it is the only one of a site
    STANDING = 1
    CLOSE = 2
    ALONE = 4

cdef double PARAGRAPH = -4.0

cdef struct Row:
    Py_ssize_t start, end
    Py_ssize_t first, behind  # without the blanks around it
    uint64_t hash  # of its folded text; 0: not known yet
    double score
    bint prose, scored


cdef inline Py_ssize_t line_end(letter_t *letters, Py_ssize_t place, Py_ssize_t size) noexcept nogil:
    cdef Py_ssize_t number
    cdef letter_t found
    while place + BLOCK <= size:
        found = 0
        for number in range(BLOCK):  # compilers make few instructions of it
            found |= letters[place + number] == 0x0A
        if found:
            break
        place += BLOCK
    while place < size and letters[place] != 0x0A:
        place += 1
    return place


cdef inline bint holds_stop(letter_t *letters, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    while start < end:
        if letters[start] == 0x3002:
            return True
        start += 1
    return False


cdef inline Py_ssize_t begins(list hits, Py_ssize_t number) except -1:
    """Where a hit begins."""
    hit = hits[number]
    if not isinstance(hit, tuple) or not PyTuple_GET_SIZE(hit):
        raise TypeError("a hit is a tuple that begins with its place")
    return <object>PyTuple_GET_ITEM(hit, 0)


@cython.final
cdef class Rows:
    """The lines of `text` that are not blank, by their numbers; `reader` tells how one reads."""

    cdef readonly str text
    cdef readonly Py_ssize_t size  # so many lines
    cdef readonly Py_ssize_t first, last  # the numbers of the first paragraph and of the last: `size` and -1 if there is none
    cdef Row *rows
    cdef Py_ssize_t room
    cdef Grams reader

    def __cinit__(self, str text not None, Grams reader not None):
        cdef int kind = PyUnicode_KIND(text)
        if reader.fold is None:
            raise ValueError("lines are read folded")
        self.text, self.reader = text, reader
        if kind == 1:
            self.part(<uint8_t *>PyUnicode_DATA(text), len(text))
        elif kind == 2:
            self.part(<uint16_t *>PyUnicode_DATA(text), len(text))
        else:
            self.part(<uint32_t *>PyUnicode_DATA(text), len(text))

    def __dealloc__(self):
        PyMem_Free(self.rows)

    cdef int part(self, letter_t *letters, Py_ssize_t size) except -1:
        cdef Py_ssize_t start = 0, place, seen
        cdef Row *row
        self.first, self.last = -1, -1
        while start < size:
            seen = start
            while seen < size and letters[seen] != 0x0A and Py_UNICODE_ISSPACE(letters[seen]):
                seen += 1
            place = line_end(letters, seen, size)
            if seen < place:
                row = self.added()
                row.start, row.end, row.first, row.behind = start, place, seen, place
                while Py_UNICODE_ISSPACE(letters[row.behind - 1]):
                    row.behind -= 1
                row.hash, row.scored = 0, False
                row.prose = place - start >= PROSE and holds_stop(letters, seen, place)
                if row.prose:
                    self.first = self.size - 1 if self.first < 0 else self.first
                    self.last = self.size - 1
            start = place + 1
        if self.first < 0:
            self.first = self.size
        return 0

    cdef Row *added(self) except NULL:
        """The room for another line."""
        cdef Row *rows
        if self.size == self.room:
            rows = <Row *>PyMem_Realloc(self.rows, (2 * self.room or 32) * sizeof(Row))
            if rows == NULL:
                raise MemoryError
            self.rows, self.room = rows, 2 * self.room or 32
        self.size += 1
        return &self.rows[self.size - 1]

    cdef Row *at(self, Py_ssize_t number) except NULL:
        if not 0 <= number < self.size:
            raise IndexError(number)
        return &self.rows[number]

    def span(self, Py_ssize_t number):
        """Where a line begins and ends."""
        cdef Row *row = self.at(number)
        return row.start, row.end

    def folded(self, Py_ssize_t number):
        """A line without the blanks around it, folded."""
        cdef Row *row = self.at(number)
        return self.reader.fold(self.text[row.first : row.behind])

    def short(self):
        """The numbers of the lines that are no paragraphs."""
        cdef Py_ssize_t number
        return [number for number in range(self.size) if not self.rows[number].prose]

    def score(self, Py_ssize_t number):
        """How much a line by itself reads like a site's; a paragraph does not."""
        cdef Row *row = self.at(number)
        return PARAGRAPH if row.prose else self.scored(row)

    cdef double scored(self, Row *row) except? -1e9:
        if not row.scored:
            row.score, row.scored = self.reader.reads(self.text, row.first, row.behind, self.reader.fold), True
        return row.score

    def strong(self, list hits not None, double least):
        """The numbers of the lines, no paragraphs, in which a hit begins, or right behind them, and that read so well."""
        cdef list found = []
        cdef Py_ssize_t number, place = 0, count = len(hits)
        cdef Row *row
        for number in range(self.size):
            row = &self.rows[number]
            while place < count and begins(hits, place) < row.start:
                place += 1
            if place == count:
                break
            if not row.prose and begins(hits, place) <= row.end and self.scored(row) > least:
                found.append(number)
        return found

    def alike(self, Rows other not None):
        """Whether the lines that are no paragraphs are the same as in the other text."""
        cdef Py_ssize_t mine = -1, its = -1
        while True:
            mine, its = self.next_short(mine), other.next_short(its)
            if mine == self.size or its == other.size:
                return mine == self.size and its == other.size
            if not self.is_same(mine, other, its):
                return False

    cdef bint is_same(self, Py_ssize_t number, Rows other, Py_ssize_t its) noexcept:
        """Whether two lines are the same."""
        cdef Row *row = &self.rows[number]
        cdef Row *there = &other.rows[its]
        cdef int kind = PyUnicode_KIND(self.text), other_kind = PyUnicode_KIND(other.text)
        cdef char *data = <char *>PyUnicode_DATA(self.text) + row.start * kind
        cdef char *other_data = <char *>PyUnicode_DATA(other.text) + there.start * other_kind
        cdef Py_ssize_t place, size = row.end - row.start
        if there.end - there.start != size:
            return False
        if kind == other_kind:
            return memcmp(data, other_data, size * kind) == 0
        for place in range(size):
            if PyUnicode_READ(kind, data, place) != PyUnicode_READ(other_kind, other_data, place):
                return False
        return True

    cdef Py_ssize_t next_short(self, Py_ssize_t number) noexcept:
        """The number of the next line that is no paragraph; how many lines there are, if there is none."""
        number += 1
        while number < self.size and self.rows[number].prose:
            number += 1
        return number

    def gone(self, Rows page not None):
        """The numbers of the lines of a page, no paragraphs, that do not stand here: other rules took them."""
        cdef Py_ssize_t *places = <Py_ssize_t *>PyMem_Calloc(self.size + 1, sizeof(Py_ssize_t))
        cdef uint8_t *marks = <uint8_t *>PyMem_Calloc(page.size + 1, 1)
        cdef Py_ssize_t number
        try:
            if places == NULL or marks == NULL:
                raise MemoryError
            self.locate(page, places)
            for number in range(self.size):
                if places[number]:
                    marks[places[number] - 1] = STANDING
            return [number for number in range(page.size) if not page.rows[number].prose and not marks[number]]
        finally:
            PyMem_Free(places)
            PyMem_Free(marks)

    def near(self, Rows page not None, list strong not None, double least):
        """The lines near those that a site put there, which are the strong ones, and those of the page that are gone.

        Those that read so well by themselves, each with the number that it has on the page.
        """
        cdef Py_ssize_t *places = <Py_ssize_t *>PyMem_Calloc(self.size + 1, sizeof(Py_ssize_t))
        cdef uint8_t *marks = <uint8_t *>PyMem_Calloc(page.size + 1, 1)
        try:
            if places == NULL or marks == NULL:
                raise MemoryError
            self.locate(page, places)
            self.mark_sites(page, strong, places, marks)
            return self.chosen(page, least, places, marks)
        finally:
            PyMem_Free(places)
            PyMem_Free(marks)

    cdef int mark_sites(self, Rows page, list strong, Py_ssize_t *places, uint8_t *marks) except -1:
        """Mark what stands near a site's lines; `places` are numbers on the page, each more by one, 0: not there."""
        cdef Py_ssize_t number, sites = 0, site = 0
        for number in range(self.size):
            if places[number]:
                marks[places[number] - 1] |= STANDING
        for number in range(page.size):
            if not page.rows[number].prose and not marks[number] & STANDING:
                sites, site = sites + 1, number
                page.mark(marks, number)
        for number in strong:
            self.at(number)  # it is one
            if places[number]:
                sites, site = sites + 1, places[number] - 1
                page.mark(marks, site)
        if sites == 1:
            marks[site] |= ALONE
        return 0

    cdef list chosen(self, Rows page, double least, Py_ssize_t *places, uint8_t *marks):
        """The lines that are marked and read so well; a short one not where no other is a site's."""
        cdef Py_ssize_t number, place
        cdef list found = []
        for number in range(self.size):
            place = places[number] - 1
            if place < 0 or not marks[place] & CLOSE:
                continue
            if marks[place] & ALONE and self.rows[number].end - self.rows[number].start < FEW:
                continue
            if page.scored(&page.rows[place]) >= least:
                found.append((number, place))
        return found

    cdef void mark(self, uint8_t *marks, Py_ssize_t site) noexcept nogil:
        """Mark the lines around a site's."""
        cdef Py_ssize_t number
        for number in range(max(0, site - NEAR), min(self.size, site + NEAR + 1)):
            marks[number] |= CLOSE

    cdef int locate(self, Rows page, Py_ssize_t *places) except -1:
        """Find each line that is no paragraph on a page: what stands several times, one after the other."""
        cdef Py_ssize_t number, room = 16
        cdef uint64_t slot
        cdef Py_ssize_t *slots
        cdef Py_ssize_t *behind
        while room < 2 * page.size:
            room *= 2
        slots = <Py_ssize_t *>PyMem_Calloc(room + page.size + 1, sizeof(Py_ssize_t))
        if slots == NULL:
            raise MemoryError
        behind = slots + room  # the next line of the same text
        try:
            for number in range(page.size - 1, -1, -1):
                if not page.rows[number].prose:
                    slot = page.slot_of(page, number, slots, room - 1)
                    behind[number] = slots[slot]
                    slots[slot] = number + 1
            for number in range(self.size):
                if not self.rows[number].prose:
                    slot = self.slot_of(page, number, slots, room - 1)
                    places[number] = slots[slot]
                    if slots[slot] and behind[slots[slot] - 1]:
                        slots[slot] = behind[slots[slot] - 1]
        finally:
            PyMem_Free(slots)
        return 0

    cdef uint64_t slot_of(self, Rows page, Py_ssize_t number, Py_ssize_t *slots, uint64_t mask) except? 0:
        """Where lines of the page are kept that fold to the same text, or an empty place for them."""
        cdef uint64_t slot = self.hash_of(number) & mask
        while slots[slot] and not self.folds_to(number, page, slots[slot] - 1):
            slot = (slot + 1) & mask
        return slot

    cdef uint64_t hash_of(self, Py_ssize_t number) except 0:
        cdef Row *row = &self.rows[number]
        cdef int kind = PyUnicode_KIND(self.text)
        cdef void *data = PyUnicode_DATA(self.text)
        cdef uint64_t sum = <uint64_t>14695981039346656037
        cdef Py_ssize_t place
        if not row.hash:
            for place in range(row.first, row.behind):
                sum = (sum ^ become(self.reader.fold, PyUnicode_READ(kind, data, place))) * <uint64_t>1099511628211
            row.hash = (sum ^ sum >> 29) | <uint64_t>1 << 63
        return row.hash

    cdef bint folds_to(self, Py_ssize_t number, Rows other, Py_ssize_t its) except -1:
        """Whether two lines are the same, folded and without the blanks around them."""
        cdef Row *row = &self.rows[number]
        cdef Row *there = &other.rows[its]
        cdef int kind = PyUnicode_KIND(self.text), other_kind = PyUnicode_KIND(other.text)
        cdef void *data = PyUnicode_DATA(self.text)
        cdef void *other_data = PyUnicode_DATA(other.text)
        cdef Replacer fold = self.reader.fold
        cdef Py_ssize_t place, size = row.behind - row.first
        if self.hash_of(number) != other.hash_of(its) or there.behind - there.first != size:
            return False
        for place in range(size):
            if become(fold, PyUnicode_READ(kind, data, row.first + place)) != become(
                fold, PyUnicode_READ(other_kind, other_data, there.first + place)
            ):
                return False
        return True
