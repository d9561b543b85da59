# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Reads a run of GBK that is one byte off as rules.shift does: what reading it again gains, and its likeliest reading."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc, PyMem_Realloc
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_FromKindAndData, PyUnicode_KIND, PyUnicode_READ, PyUnicode_READ_CHAR
from libc.math cimport pow
from libc.stdint cimport uint8_t, uint16_t, uint32_t
from libc.string cimport memcpy, memmove

from speechclean.native.chances cimport EITHER, HANT, Chances, is_han

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

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


cdef inline bint parts(const uint8_t *raw, Py_ssize_t size) noexcept nogil:
    """Whether the bytes of ！ ， ： ； or ？ stand here."""
    return size > 1 and raw[0] == 0xA3 and (
        raw[1] == 0xA1 or raw[1] == 0xAC or raw[1] == 0xBA or raw[1] == 0xBB or raw[1] == 0xBF
    )


cdef class Shift:
    """What searches need; the four functions of rules.shift are asked once for each answer, or for what may have been dropped."""

    cdef Chances chances
    cdef object bytes_of, character_of, ending_in_zone, starting_in_zone
    cdef uint32_t *raws          # the two bytes of each letter
    cdef uint32_t *characters    # the letter of each two bytes

    def __cinit__(self, Chances chances not None, bytes_of, character_of, ending_in_zone, starting_in_zone):
        self.chances = chances
        self.bytes_of, self.character_of = bytes_of, character_of
        self.ending_in_zone, self.starting_in_zone = ending_in_zone, starting_in_zone
        self.raws = <uint32_t *>PyMem_Calloc(LETTERS, sizeof(uint32_t))
        self.characters = <uint32_t *>PyMem_Calloc(1 << 16, sizeof(uint32_t))
        if not (self.raws and self.characters):
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.raws)
        PyMem_Free(self.characters)

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
        if not 0 <= letter <= len(text):
            raise IndexError(letter)
        while start > 0 and start > letter - LONGEST and text[start - 1] not in ending:
            if self.raw_of(<uint32_t><Py_UCS4>text[start - 1]) == NONE:
                break
            start -= 1
        return start

    def bytes(self, str run not None):
        """The bytes of a run, of which the last letter is one byte."""
        cdef uint8_t raw[2 * ROOM]
        cdef Py_ssize_t size = 0, count = len(run) - 1
        cdef uint32_t letter
        cdef Py_ssize_t place
        if not 0 <= count < ROOM or PyUnicode_READ_CHAR(run, count) > 0xFF:
            raise ValueError("a run that ends in one byte, and not too long")
        for place in range(count):
            letter = self.raw_of(PyUnicode_READ_CHAR(run, place))
            if letter != NONE:
                raw[size], raw[size + 1] = letter >> 8, letter & 0xFF
                size += 2
        raw[size] = PyUnicode_READ_CHAR(run, count)
        return PyUnicode_FromKindAndData(1, raw, size + 1)

    def letters(self, str raw not None):
        """The letters of pairs of bytes; where there is none for a pair, nothing."""
        cdef uint32_t made[ROOM]
        cdef Py_ssize_t place, size = len(raw), count = 0
        cdef uint32_t letter
        if size & 1 or size > 2 * ROOM or PyUnicode_KIND(raw) != 1:
            raise ValueError("pairs of bytes, and not too many")
        for place in range(0, size, 2):
            letter = self.letter_of(pair_at(raw, place))
            if letter != NONE:
                made[count] = letter
                count += 1
        return PyUnicode_FromKindAndData(4, made, count)

    def gains(self, str text not None, Py_ssize_t start, Py_ssize_t letter):
        """For each place from `start` on where a run before a letter may begin, what reading it again would gain."""
        cdef int kind = PyUnicode_KIND(text)
        cdef void *data = PyUnicode_DATA(text)
        cdef uint32_t here, raw, character, after, next, behind = NOTHING
        cdef double gain
        cdef Py_ssize_t begin = letter - 1
        cdef dict found = {}
        if not 0 <= start <= letter < len(text) or PyUnicode_READ(kind, data, letter) > 0xFF:
            raise ValueError("a letter of one byte, behind a run")
        after = next = PyUnicode_READ(kind, data, letter)
        gain = LOST - self.chances.own(after) - LONE_LETTER
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
        cdef uint32_t behind
        cdef double weight, own = 0.0, share, same = 0.0, total = 0.0
        cdef Py_UCS4 character, chosen
        cdef bint any
        if not first or not following:
            raise ValueError("a character, and one behind it")
        chosen, behind = first[0], <uint32_t><Py_UCS4>following[0]
        any = chosen in alike
        for weight, character in options:
            if character == chosen:
                own = weight + self.step(character, behind)
        for weight, character in options:
            share = pow(10.0, COOL * (weight + self.step(character, behind) - own))
            total += share
            if character in alike if any else character == chosen:
                same += share
        return same / total

    def misplaced(self, str text not None):
        """What a tool makes of a text that parts its bytes at A3A1, A3AC … and reads the parts by themselves."""
        return self.read(text, -1, True)

    def shifted(self, str text not None, Py_ssize_t lost):
        """What a reader makes of a text of which this byte was lost."""
        return self.read(text, lost, False)

    cdef str read(self, str text, Py_ssize_t lost, bint parted):
        """What is read of the bytes of a text, less a lost one; what is no character is dropped."""
        cdef uint8_t raw[2 * ROOM + 1]
        cdef uint32_t made[2 * ROOM]
        cdef Py_ssize_t place, size = 0, count = 0
        cdef Py_UCS4 character
        cdef uint32_t letter
        if len(text) > ROOM:
            raise ValueError("not so many characters")
        for character in text:
            letter = self.raw_of(character)
            if letter != NONE:
                raw[size] = letter >> 8
                size += 1
            elif character < 0x100:
                letter = character
            else:
                raise ValueError("characters of two bytes, or of one")
            raw[size] = letter & 0xFF
            size += 1
        if 0 <= lost < size:
            size -= 1
            memmove(raw + lost, raw + lost + 1, size - lost)
        place = 0
        while place < size:
            letter = raw[place]
            if letter >= 0x80:
                if place + 1 == size or raw[place + 1] < 0x40 or (parted and parts(raw + place + 1, size - place - 1)):
                    place += 1
                    continue
                letter = self.letter_of(letter << 8 | raw[place + 1])
                place += 1
            place += 1
            if letter != NONE:
                made[count] = letter
                count += 1
        return PyUnicode_FromKindAndData(4, made, count)

    def search(self, list paths not None, str raw not None, str after not None, bint dropping):
        """The best reading of `raw` behind one of some characters: weight, text, and lead over the next best; or None."""
        cdef Py_ssize_t size = len(raw)
        if size & 1 or size > ROOM - 4 or PyUnicode_KIND(raw) != 1:
            raise ValueError("pairs of bytes, and not too many")
        return Search(self).best(paths, raw, <uint32_t><Py_UCS4>after[0] if after else NOTHING, dropping)


include "search.pxi"


def lone_letters(str text not None):
    """Where a letter, or a sign between `@` and `~`, stands behind a character beyond ASCII and before none of ASCII."""
    cdef list found = []
    if PyUnicode_KIND(text) == 1:
        add_lone_letters(<uint8_t *>PyUnicode_DATA(text), len(text), found)
    elif PyUnicode_KIND(text) == 2:
        add_lone_letters(<uint16_t *>PyUnicode_DATA(text), len(text), found)
    else:
        add_lone_letters(<uint32_t *>PyUnicode_DATA(text), len(text), found)
    return found


cdef int add_lone_letters(letter_t *text, Py_ssize_t size, list found) except -1:
    cdef Py_ssize_t place
    for place in range(1, size):
        if text[place] > 0x7E or text[place] < 0x40 or text[place - 1] < 0x80:
            continue
        if place + 1 == size or not 0x20 <= text[place + 1] <= 0x7E:
            found.append(place)
    return 0
