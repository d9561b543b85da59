# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""How likely a run of characters is as Chinese, read from the counted tables at some 5 ns a character."""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_GET_SIZE
from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_DecodeUTF8, PyUnicode_KIND, PyUnicode_READ, PyUnicode_READ_CHAR
from libc.stdint cimport int32_t, uint8_t, uint32_t, uint64_t
from libc.string cimport memchr

cdef enum:
    LETTERS = 0x110000
    KNOWN = 1 << 13      # pairs that are remembered
    HEADER = 2           # lines of the table of pairs that are none of it
    START = 0x5E         # ^

cdef double STEP = 0.1
cdef double PAIR_STEP = 0.25
cdef double UNSEEN = -8.0


cdef class Chances:
    """What speechclean.plausibility works out, from the same tables; `mark` is asked once of a character that is not Han."""

    def __cinit__(self, bytes pairs not None, list characters not None, str letters not None, str folded not None, mark):
        cdef Py_ssize_t number
        if len(letters) != len(folded):
            raise ValueError("each character folds to one character")
        self.source, self.mark = pairs, mark
        self.plain = <uint32_t *>PyMem_Calloc(LETTERS, sizeof(uint32_t))
        self.rows = <int32_t *>PyMem_Calloc(LETTERS, sizeof(int32_t))
        self.shares = <uint8_t *>PyMem_Calloc(LETTERS, 4)
        self.signs = <double *>PyMem_Calloc(LETTERS, sizeof(double))
        self.known = <Known *>PyMem_Calloc(KNOWN, sizeof(Known))
        if not (self.plain and self.rows and self.shares and self.signs and self.known):
            raise MemoryError
        for number in range(len(letters)):
            self.plain[<uint32_t><Py_UCS4>letters[number]] = <uint32_t><Py_UCS4>folded[number]
        self.learn(characters)
        self.part()

    def __dealloc__(self):
        PyMem_Free(self.plain)
        PyMem_Free(self.rows)
        PyMem_Free(self.shares)
        PyMem_Free(self.signs)
        PyMem_Free(self.known)

    cdef int learn(self, list lines) except -1:
        """Take in the lines of characters.txt: a script, how rare its characters are, and these."""
        cdef str name, number, members
        cdef Py_UCS4 letter
        cdef uint8_t rare
        cdef uint8_t *share
        for line in lines:
            name, number, members = line.split("\t")
            rare = <uint8_t>int(number)
            for letter in members:
                share = self.shares + 4 * <uint32_t>letter
                share[HANS if name == "hans" else HANT] = rare
                if not share[EITHER] or rare < share[EITHER]:
                    share[EITHER] = rare
        return 0

    cdef int part(self) except -1:
        """Note where the row of each character begins."""
        cdef const uint8_t *data = <const uint8_t *>PyBytes_AS_STRING(self.source)
        cdef const uint8_t *end = data + PyBytes_GET_SIZE(self.source)
        cdef const uint8_t *place = data
        cdef int header = HEADER
        cdef uint32_t letter
        while place < end:
            if header:
                header -= 1
            else:
                letter = read(&place)
                if place >= end or letter >= LETTERS or place[0] == c"\n":
                    raise ValueError("the table of pairs has a row without its first two signs")
                self.rows[letter] = <int32_t>(place - data)
            place = <const uint8_t *>memchr(place, c"\n", end - place)
            if place == NULL:
                break
            place += 1
        if not self.rows[START]:
            raise ValueError("the table of pairs has no row of what stands at a start")
        return 0

    cdef uint32_t folded(self, uint32_t letter) noexcept:
        cdef uint32_t to = self.plain[letter] or letter
        return c"0" if c"1" <= to <= c"9" else to

    cdef const uint8_t *row(self, uint32_t first) noexcept:
        """The row of a character, from its second sign on."""
        cdef int32_t at = self.rows[self.folded(first)]
        return <const uint8_t *>PyBytes_AS_STRING(self.source) + (at or self.rows[START])

    cdef double char_in(self, uint32_t letter, int script) noexcept:
        cdef uint8_t rare = self.shares[4 * letter + script]
        return -STEP * rare if rare else UNSEEN

    cdef double own(self, uint32_t letter) except? -1:
        if is_han(letter):
            return self.char_in(letter, EITHER)
        if not self.signs[letter]:
            self.signs[letter] = self.mark(chr(letter))
        return self.signs[letter]

    cdef double pair_of(self, uint32_t first, uint32_t second) except? -1:
        cdef uint64_t key = <uint64_t>first << 21 | second
        cdef Known *known = self.known + ((key * <uint64_t>0x9E3779B97F4A7C15) >> 51)
        if known.key != key + 1:
            known.weight = self.weigh(first, second)
            known.key = key + 1
        return known.weight

    cdef double weigh(self, uint32_t first, uint32_t second) except? -1:
        cdef const uint8_t *place = self.row(first)
        cdef int less = place[0] - 65
        cdef uint32_t to = self.folded(second), letter = 0
        cdef int steps = 0
        cdef double likely
        place += 1
        while place[0] and place[0] != c"\n":
            letter = read(&place)
            if letter == c"|":
                steps += 1
            elif letter == to:
                likely = -PAIR_STEP * steps
                if to == second or not is_han(second):
                    return likely
                return likely + min(0.0, self.own(second) - self.char_in(to, EITHER))
        return self.own(second) - STEP * less

    def pair(self, str first not None, str second not None):
        """The weight of a character after another one, or after nothing."""
        if len(first) > 1 or len(second) != 1:
            raise ValueError("one character after one other, or after nothing")
        return self.pair_of(<uint32_t><Py_UCS4>first[0] if first else START, <uint32_t><Py_UCS4>second[0])

    def char(self, str character not None, str script not None):
        """The weight of a Han character by itself, in one script or in the one where it is more frequent."""
        cdef int own = EITHER if not script else HANT if script == "hant" else HANS
        if len(character) != 1:
            raise ValueError("one character")
        return self.char_in(PyUnicode_READ_CHAR(character, 0), own)

    cpdef double weigh_in(self, str first, str second, str script) except? -1:
        """The same for two characters; less where the second one belongs to the other script than this one, if any."""
        cdef uint32_t letter
        cdef double weight
        if first is None or second is None or len(first) != 1 or len(second) != 1:
            raise ValueError("one character after one other")
        letter = PyUnicode_READ_CHAR(second, 0)
        weight = self.pair_of(PyUnicode_READ_CHAR(first, 0), letter)
        if script and is_han(letter):
            weight += min(0.0, self.char_in(letter, HANT if script == "hant" else HANS) - self.char_in(letter, EITHER))
        return weight

    def weight_in(self, str text not None, str before not None, str script not None):
        """The sum of these weights over all characters, each after the one before it."""
        cdef Py_UCS4 letter
        cdef uint32_t last = <uint32_t><Py_UCS4>before[0] if before else START
        cdef int own = HANT if script == "hant" else HANS
        cdef double total = 0.0, weight
        for letter in text:
            weight = self.pair_of(last, letter)
            if script and is_han(letter):
                weight += min(0.0, self.char_in(letter, own) - self.char_in(letter, EITHER))
            total += weight
            last = letter
        return total

    def line(self, str first not None):
        """The row of a character in the table of pairs; "" where it has none."""
        cdef uint32_t head = self.folded(<uint32_t><Py_UCS4>first[0]) if len(first) == 1 else 0
        cdef const char *data = PyBytes_AS_STRING(self.source)
        cdef const char *end
        cdef int32_t at = self.rows[head] if head else 0
        if not at:
            return ""
        end = <const char *>memchr(data + at, c"\n", PyBytes_GET_SIZE(self.source) - at)
        if end == NULL:
            end = data + PyBytes_GET_SIZE(self.source)
        return chr(head) + PyUnicode_DecodeUTF8(data + at, end - data - at, NULL)

    def likelihood(self, str text not None, str before not None):
        """The sum of the weights of all characters, each after the one before it."""
        cdef int kind = PyUnicode_KIND(text)
        cdef void *data = PyUnicode_DATA(text)
        cdef Py_ssize_t place
        cdef uint32_t last = <uint32_t><Py_UCS4>before[0] if before else START, letter
        cdef double total = 0.0
        for place in range(len(text)):
            letter = PyUnicode_READ(kind, data, place)
            total += self.pair_of(last, letter)
            last = letter
        return total

    def score(self, str text not None):
        """Their mean over the Han characters; 0.0 where there is none."""
        cdef int kind = PyUnicode_KIND(text)
        cdef void *data = PyUnicode_DATA(text)
        cdef Py_ssize_t place, count = 0
        cdef uint32_t last = START, letter
        cdef double total = 0.0
        for place in range(len(text)):
            letter = PyUnicode_READ(kind, data, place)
            if is_han(letter):
                total += self.pair_of(last, letter)
                count += 1
            last = letter
        return total / count if count else 0.0

    def roughest(self, str text not None):
        """The weight of the inner character that fits worst between its neighbours; 0.0 where there is none."""
        cdef double worst = 0.0
        self.fits_worst(text, &worst)
        return worst

    def roughest_place(self, str text not None):
        """Where it stands; 0 where there is none."""
        cdef double worst = 0.0
        return self.fits_worst(text, &worst)

    cdef Py_ssize_t fits_worst(self, str text, double *worst) except -1:
        cdef int kind = PyUnicode_KIND(text)
        cdef void *data = PyUnicode_DATA(text)
        cdef Py_ssize_t place, at = 0
        cdef double before = 0.0, fits
        for place in range(1, len(text)):
            fits = self.pair_of(PyUnicode_READ(kind, data, place - 1), PyUnicode_READ(kind, data, place))
            if place == 2 or (place > 2 and before + fits < worst[0]):
                worst[0], at = before + fits, place - 1
            before = fits
        return at

    def lean(self, str text not None):
        """How much likelier the text's Han characters are in Traditional text than in Simplified."""
        cdef Py_UCS4 letter
        cdef double total = 0.0
        for letter in text:
            if is_han(letter):
                total += self.char_in(letter, HANT) - self.char_in(letter, HANS)
        return total


cdef inline uint32_t read(const uint8_t **place) noexcept:
    """The character that stands here in UTF-8; its place is left behind it."""
    cdef const uint8_t *at = place[0]
    if at[0] < 0x80:
        place[0] = at + 1
        return at[0]
    if at[0] < 0xE0:
        place[0] = at + 2
        return (at[0] & 0x1F) << 6 | (at[1] & 0x3F)
    if at[0] < 0xF0:
        place[0] = at + 3
        return (at[0] & 0x0F) << 12 | (at[1] & 0x3F) << 6 | (at[2] & 0x3F)
    place[0] = at + 4
    return (at[0] & 0x07) << 18 | (at[1] & 0x3F) << 12 | (at[2] & 0x3F) << 6 | (at[3] & 0x3F)
