# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Reads a run of GBK that is one byte off as rules.shift does: what reading it again gains, and its likeliest reading."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc, PyMem_Realloc
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_FromKindAndData, PyUnicode_KIND, PyUnicode_READ, PyUnicode_READ_CHAR
from libc.math cimport pow
from libc.stdint cimport uint32_t
from libc.string cimport memcpy

from speechclean.native.chances cimport EITHER, HANT, Chances, is_han

include "paths.pxi"

cdef enum:
    LETTERS = 0x110000
    UNKNOWN = 0            # in a table that is filled as it is asked
    NONE = 1
    START = 0x5E           # ^, what stands before a text
    WIDTH = 6
    BRANCHES = 2
    BEFORE_DROPPED = 5
    ROOM = 160             # for the letters of a reading
    LONGEST = 60

cdef uint32_t NOTHING = 0xFFFFFFFF  # where no letter is
cdef double DROPPED = -2.0
cdef double FITS = -2.5
cdef double FITS_BETWEEN = -6.0
cdef double MARGIN = 7.0
cdef double COOL = 0.65
cdef double LONE_LETTER = -2.0
cdef double LOST = -4.0
cdef double HOPELESS = -9.0
cdef double WIDE_LETTER = -3.0
cdef double TWO_PAUSES = -4.0


cdef inline bint is_pause(uint32_t letter) noexcept nogil:
    """Whether this is one of ，。、：；！？."""
    return (
        letter == 0xFF0C or letter == 0x3002 or letter == 0x3001 or letter == 0xFF1A or letter == 0xFF1B
        or letter == 0xFF01 or letter == 0xFF1F
    )


cdef class Shift:
    """The search; the four functions of rules.shift are asked once for each answer, or for what may have been dropped."""

    cdef Chances chances
    cdef object bytes_of, character_of, ending_in_zone, starting_in_zone
    cdef uint32_t *raws          # the two bytes of each letter
    cdef uint32_t *characters    # the letter of each two bytes
    cdef Path *paths
    cdef Py_ssize_t count, room
    cdef Candidate *candidates
    cdef Py_ssize_t found, most
    cdef uint32_t *texts         # of the paths that are kept, twice: those that are read, and those that are written
    cdef uint32_t *firsts
    cdef int side

    def __cinit__(self, Chances chances not None, bytes_of, character_of, ending_in_zone, starting_in_zone):
        self.chances = chances
        self.bytes_of, self.character_of = bytes_of, character_of
        self.ending_in_zone, self.starting_in_zone = ending_in_zone, starting_in_zone
        self.room = self.most = 256
        self.raws = <uint32_t *>PyMem_Calloc(LETTERS, sizeof(uint32_t))
        self.characters = <uint32_t *>PyMem_Calloc(1 << 16, sizeof(uint32_t))
        self.paths = <Path *>PyMem_Malloc(self.room * sizeof(Path))
        self.firsts = <uint32_t *>PyMem_Malloc(self.room * sizeof(uint32_t))
        self.candidates = <Candidate *>PyMem_Malloc(self.most * sizeof(Candidate))
        self.texts = <uint32_t *>PyMem_Malloc(2 * WIDTH * ROOM * sizeof(uint32_t))
        if not (self.raws and self.characters and self.paths and self.firsts and self.candidates and self.texts):
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.raws)
        PyMem_Free(self.characters)
        PyMem_Free(self.paths)
        PyMem_Free(self.firsts)
        PyMem_Free(self.candidates)
        PyMem_Free(self.texts)

    cdef uint32_t raw_of(self, uint32_t letter) except? 0:
        """The two bytes of a letter as a number; NONE where it has not two."""
        cdef str raw
        if self.raws[letter] == UNKNOWN:
            raw = self.bytes_of(chr(letter))
            self.raws[letter] = <uint32_t>ord(raw[0]) << 8 | <uint32_t>ord(raw[1]) if raw else NONE
        return self.raws[letter]

    cdef uint32_t letter_of(self, uint32_t raw) except? 0:
        """The letter of two bytes; NONE where there is none."""
        cdef str letter
        if self.characters[raw] == UNKNOWN:
            letter = self.character_of(chr(raw >> 8) + chr(raw & 255))
            self.characters[raw] = ord(letter) if letter else NONE
        return self.characters[raw]

    cdef double fit(self, uint32_t letter, uint32_t following) except? -1:
        """The weight of what follows a letter; of the letter by itself where nothing does."""
        return self.chances.pair_of(letter, following) if following != NOTHING else self.chances.char_in(letter, EITHER)

    cdef double step(self, uint32_t last, uint32_t letter) except? -1:
        cdef double weight = self.chances.pair_of(last, letter)
        if is_han(letter):
            weight += self.chances.char_in(letter, HANT) - self.chances.char_in(letter, EITHER)
        elif 0xFF10 <= letter <= 0xFF5D:
            weight += WIDE_LETTER
        return weight + TWO_PAUSES if is_pause(letter) and is_pause(last) else weight

    def run_start(self, str text not None, Py_ssize_t letter, str ending not None):
        """Where the characters of two bytes before a letter begin; those of `ending` end the run."""
        cdef Py_ssize_t start = letter
        while start > 0 and start > letter - LONGEST and text[start - 1] not in ending:
            if self.raw_of(<uint32_t><Py_UCS4>text[start - 1]) == NONE:
                break
            start -= 1
        return start

    def gains(self, str text not None, Py_ssize_t start, Py_ssize_t letter):
        """For each place from `start` on where a run before a letter may begin, what reading it again would gain."""
        cdef int kind = PyUnicode_KIND(text)
        cdef void *data = PyUnicode_DATA(text)
        cdef uint32_t here, raw, character, after = PyUnicode_READ(kind, data, letter)
        cdef uint32_t next = after, behind = NOTHING
        cdef double gain = LOST - self.chances.own(after) - LONE_LETTER
        cdef Py_ssize_t begin = letter - 1
        cdef dict found = {}
        if letter + 1 < len(text):
            behind = PyUnicode_READ(kind, data, letter + 1)
        while begin >= start:
            here = PyUnicode_READ(kind, data, begin)
            raw = self.raw_of(here)
            character = self.letter_of((raw & 255) << 8 | after)
            character = here if character == NONE else character
            gain += self.fit(character, behind) - self.fit(here, next)
            if gain < HOPELESS:
                break
            after, behind, next = raw >> 8, character, here
            found[begin] = gain - self.fit(PyUnicode_READ(kind, data, begin - 1) if begin else START, here)
            begin -= 1
        return found

    def certain(self, list options not None, str first not None, str following not None, str alike not None):
        """How certain the first of some weighed options is before what follows; those that are `alike` count as one."""
        cdef uint32_t behind = <uint32_t><Py_UCS4>following[0], letter
        cdef double weight, own = 0.0, share, same = 0.0, total = 0.0
        cdef Py_UCS4 character, chosen = first[0]
        cdef bint any = chosen in alike
        for weight, character in options:
            if character == chosen:
                own = weight + self.step(character, behind)
        for weight, character in options:
            share = pow(10.0, COOL * (weight + self.step(character, behind) - own))
            total += share
            if character in alike if any else character == chosen:
                same += share
        return same / total

    def search(self, list paths not None, str raw not None, str after not None, bint dropping):
        """The best reading of `raw` behind one of some characters: weight, text, and lead over the next best; or None."""
        cdef Py_ssize_t place, size = len(raw)
        cdef uint32_t last = <uint32_t><Py_UCS4>after[0] if after else NOTHING, ahead
        if size & 1 or size > ROOM - 4:
            raise ValueError("pairs of bytes, and not too many")
        self.begin(paths)
        for place in range(0, size, 2):
            ahead = self.letter_of(pair_at(raw, place + 2)) if place + 2 < size else NONE
            self.found = 0
            self.go_on(pair_at(raw, place), ahead if ahead != NONE else last, dropping)
            self.keep()
        if after:
            for place in range(self.count):
                self.paths[place].weight += self.step(self.last(place), last)
        return self.ranked()

    cdef int begin(self, list paths) except -1:
        """Take in the characters that the readings begin with, the best ones first."""
        cdef double weight
        cdef Py_UCS4 letter
        cdef Py_ssize_t place, number, best
        cdef Path path
        if len(paths) > self.room:
            self.room = len(paths)
            self.paths = <Path *>grown(self.paths, self.room * sizeof(Path))
            self.firsts = <uint32_t *>grown(self.firsts, self.room * sizeof(uint32_t))
        self.count = self.side = 0
        for weight, letter in paths:
            self.firsts[self.count] = letter
            self.paths[self.count] = Path(weight, 1, self.firsts + self.count)
            self.count += 1
        for place in range(min(BRANCHES, self.count)):
            best = place
            for number in range(place + 1, self.count):
                if is_better(self.paths + number, self.paths + best):
                    best = number
            path, self.paths[best] = self.paths[best], self.paths[place]
            self.paths[place] = path
        return 0

    cdef uint32_t last(self, Py_ssize_t number) noexcept:
        return self.paths[number].text[self.paths[number].size - 1]

    cdef int add(self, double weight, Py_ssize_t before, uint32_t one, uint32_t two) except -1:
        if self.found == self.most:
            self.most *= 2
            self.candidates = <Candidate *>grown(self.candidates, self.most * sizeof(Candidate))
        self.candidates[self.found].weight, self.candidates[self.found].before = weight, before
        self.candidates[self.found].letters[0], self.candidates[self.found].letters[1] = one, two
        self.candidates[self.found].size = self.paths[before].size + (2 if two else 1)
        self.found += 1
        return 0

    cdef int go_on(self, uint32_t pair, uint32_t ahead, bint dropping) except -1:
        """The paths with one more pair of bytes, or with two characters of which the bytes between were dropped."""
        cdef double floor = -1e9, best, fits
        cdef uint32_t direct = self.letter_of(pair)
        cdef Py_ssize_t number
        if not self.count:
            return 0
        if direct != NONE:
            for number in range(self.count):
                self.add(self.paths[number].weight + self.step(self.last(number), direct), number, direct, 0)
            choose(self.paths, self.candidates, 0, self.found)
            best = self.candidates[0].weight
            if self.candidates[0].size == 2:
                self.found = 1
            fits = best - self.paths[0].weight
            if fits > FITS or (ahead != NOTHING and fits + self.step(direct, ahead) > FITS_BETWEEN):
                return 0
            floor = best - MARGIN
        if dropping:
            self.drop(pair, floor)
        return 0

    cdef int drop(self, uint32_t pair, double floor) except -1:
        """Add the readings that lack a pair here."""
        cdef Candidate begun[BRANCHES * BEFORE_DROPPED]
        cdef Py_ssize_t count = 0, number, tried
        cdef double weight, fit
        cdef Py_UCS4 letter
        ones, zones = self.ending_in_zone(chr(pair >> 8))
        for number in range(min(BRANCHES, self.count)):
            for fit, letter in (<list>ones.likeliest(chr(self.last(number))))[:BEFORE_DROPPED]:
                weight = self.paths[number].weight + fit + DROPPED
                begun[count].weight, begun[count].before, begun[count].size = weight, number, self.paths[number].size + 1
                begun[count].letters[0], begun[count].letters[1] = letter, 0
                count += 1
        for tried in range(min(BEFORE_DROPPED, count)):
            choose(self.paths, begun, tried, count)
            if begun[tried].weight < floor:
                break
            letter = begun[tried].letters[0]
            for fit, letter in self.starting_in_zone(zones[chr(letter)], chr(pair & 255)).likeliest(letter):
                weight = begun[tried].weight + fit
                if weight <= floor:
                    break
                self.add(weight, begun[tried].before, begun[tried].letters[0], letter)
        return 0

    cdef void keep(self) noexcept:
        """Make the best candidates the paths: two for each last letter, none that differs in its first one alone."""
        cdef Path kept[WIDTH]
        cdef Py_ssize_t count = 0, number
        cdef uint32_t *text
        cdef Path *before
        for number in range(self.found):
            choose(self.paths, self.candidates, number, self.found)
            text = self.texts + (self.side * WIDTH + count) * ROOM
            before = self.paths + self.candidates[number].before
            memcpy(text, before.text, before.size * sizeof(uint32_t))
            memcpy(text + before.size, self.candidates[number].letters, 2 * sizeof(uint32_t))
            kept[count] = Path(self.candidates[number].weight, self.candidates[number].size, text)
            if not is_new(kept, count):
                continue
            count += 1
            if count == WIDTH or self.candidates[number].weight < self.candidates[0].weight - MARGIN:
                break
        memcpy(self.paths, kept, count * sizeof(Path))
        self.count, self.side = count, 1 - self.side

    cdef object ranked(self):
        """The best path, with how far the best one that reads otherwise behind the first letter lies below it."""
        cdef Py_ssize_t number, best = 0
        cdef double rival
        if not self.count:
            return None
        for number in range(1, self.count):
            if is_better(self.paths + number, self.paths + best):
                best = number
        rival = self.paths[best].weight - 20.0
        cdef bint none = True
        for number in range(self.count):
            if not is_same(self.paths + number, self.paths + best):
                if none or self.paths[number].weight > rival:
                    rival, none = self.paths[number].weight, False
        text = PyUnicode_FromKindAndData(4, self.paths[best].text, self.paths[best].size)
        return self.paths[best].weight, text, self.paths[best].weight - rival


def lone_letters(str text not None):
    """Where a letter, or a sign between `@` and `~`, stands behind a character beyond ASCII and before none of ASCII."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void *data = PyUnicode_DATA(text)
    cdef Py_ssize_t place, size = len(text)
    cdef list found = []
    for place in range(1, size):
        if not 0x40 <= PyUnicode_READ(kind, data, place) <= 0x7E or PyUnicode_READ(kind, data, place - 1) < 0x80:
            continue
        if place + 1 == size or not 0x20 <= PyUnicode_READ(kind, data, place + 1) <= 0x7E:
            found.append(place)
    return found
