# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Sums the weights of the features of a line: its runs of one to three characters, each once, and what it looks like."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from cpython.unicode cimport Py_UNICODE_ISDECIMAL, Py_UNICODE_ISDIGIT, Py_UNICODE_ISSPACE, PyUnicode_READ_CHAR
from libc.math cimport sqrt
from libc.stdint cimport uint8_t, uint32_t, uint64_t
from libc.string cimport memset

from speechclean.native.replace cimport Replacer, become

cdef enum:
    LONGEST = 120
    MANY_DIGITS = 5
    LONG_WORD = 5
    MOST = 2 * LONGEST + 2  # so many characters has a line between its marks
    ROOM = 512  # for them, each once
    LENGTHS = 0  # where the weights of each sign are
    STOPS = 12
    COMMAS = 16
    PARTS = 20
    DIGITS = 25
    LATIN = 30
    WHOLE = 35
    NUMBERED = 36
    LABEL = 37
    ADDRESS = 38
    DATED = 39
    OPENS = 40

OPENINGS = "[【（(<〈《「“"
cdef uint32_t OPENING[9]
for number, sign in enumerate(OPENINGS):
    OPENING[number] = ord(sign)
cdef list NAMES = [f"<{name}{step}>" for name, most in (
    ("len", 11), ("stops", 3), ("commas", 3), ("parts", 4), ("digits", 4), ("latin", 4)
) for step in range(most + 1)] + ["<whole>", "<numbered>", "<label>", "<address>", "<dated>"] + [
    f"<opens{sign}>" for sign in OPENINGS
]
assert len(NAMES) == SIGNS
cdef dict PLACES = {name: place for place, name in enumerate(NAMES)}
cdef str ALWAYS = "<always>"


cdef inline bint parts(uint32_t letter) noexcept nogil:
    """Whether a sign stands between the parts of a line: a blank, | ｜ / · > » › → _ or -."""
    return (
        letter == 0x20 or letter == 0x3000 or letter == 0x7C or letter == 0xFF5C or letter == 0x2F or letter == 0xB7
        or letter == 0x3E or letter == 0xBB or letter == 0x203A or letter == 0x2192 or letter == 0x5F or letter == 0x2D
    )


cdef inline bint is_han(uint32_t letter) noexcept nogil:
    """Whether it is a Chinese character, and neither a digit nor a sign: most are."""
    return 0x4E00 <= letter <= 0x9FFF


cdef inline uint64_t slot(uint64_t run) noexcept nogil:
    return (run * <uint64_t>0x9E3779B97F4A7C15) >> 32


cdef class Grams:
    """The weights of runs of characters and of shapes, in tenths; what reads a text that is not folded needs `fold`."""

    def __cinit__(self, tuple rows not None, Replacer fold=None):
        """From rows of a weight, of the runs that have it, those of one length in one string, and of names that have it."""
        cdef Py_ssize_t count = 0, length, start
        cdef uint64_t size = 16
        cdef int weight
        cdef str letters, name
        for _, runs, _ in rows:
            for length, letters in enumerate(runs, 1):
                count += len(letters) // length
        while size < 2 * <uint64_t>count:
            size *= 2
        self.mask = size - 1
        self.fold = fold
        self.runs = <Run *>PyMem_Calloc(size, sizeof(Run))
        if self.runs == NULL:
            raise MemoryError
        for weight, runs, names in rows:
            for length, letters in enumerate(runs, 1):
                start = 0
                while start + length <= len(letters):
                    self.take(run_of(letters, start, length), weight)
                    start += length
            for name in names:
                if name == ALWAYS:
                    self.always = weight / 10.0
                elif name in PLACES:
                    self.signs[<Py_ssize_t>PLACES[name]] = weight

    cdef void take(self, uint64_t run, int weight) noexcept:
        """Keep what a run weighs."""
        cdef uint64_t hashed = slot(run), place = hashed & self.mask
        while self.runs[place].letters:
            place = (place + 1) & self.mask
        self.runs[place].letters, self.runs[place].weight = run, weight
        self.known[hashed >> 6 & (KNOWN - 1)] |= bit(hashed & 63)

    def __dealloc__(self):
        PyMem_Free(self.runs)

    def __call__(self, str line not None):
        """The sum of the weights, and how many features there are."""
        cdef uint32_t letters[LONGEST]
        cdef Py_ssize_t size = len(line), place, count = 0
        if size > LONGEST:
            raise ValueError("a line is read to its 120th character")
        for place in range(size):
            letters[place] = PyUnicode_READ_CHAR(line, place)
        return self.sum(letters, size, &count), count

    def of(self, str folded not None):
        """How a folded piece reads, whatever blanks are around it; of a long one its beginning and its end."""
        return self.reads(folded, 0, len(folded), None)

    def within(self, str text not None, Py_ssize_t start, Py_ssize_t end):
        """How a part of a text reads that is not folded."""
        return self.reads(text, max(0, start), min(end, len(text)), self.fold)

    def weight_of(self, str run not None):
        """What a run of one to three characters weighs."""
        if not 0 < len(run) <= 3:
            raise ValueError("a run has one to three characters")
        return weight_of(self, run_of(run, 0, len(run)))

    cdef double reads(self, str text, Py_ssize_t start, Py_ssize_t end, Replacer fold) except? -1e9:
        cdef uint32_t letters[LONGEST]
        cdef Py_ssize_t place, size = 0, count = 0
        cdef uint32_t letter
        cdef long total
        while start < end and Py_UNICODE_ISSPACE(PyUnicode_READ_CHAR(text, start)):
            start += 1
        while start < end and Py_UNICODE_ISSPACE(PyUnicode_READ_CHAR(text, end - 1)):
            end -= 1
        place = start
        while place < end:
            if size == LONGEST // 2 and end - start > LONGEST:
                place = end - LONGEST // 2
            letter = PyUnicode_READ_CHAR(text, place)
            letters[size] = letter if fold is None else become(fold, letter)
            size += 1
            place += 1
        total = self.sum(letters, size, &count)
        return total / 10.0 / sqrt(<double>count) + self.always

    cdef long sum(self, uint32_t *letters, Py_ssize_t size, Py_ssize_t *count) except? -1:
        """The weights of what the line looks like, and of its runs."""
        cdef uint64_t text[MOST]
        cdef uint8_t lasts[ROOM]  # by its hash where a character stood last, more by one
        cdef uint8_t before[MOST]  # the same of the one that stands at each place
        cdef uint64_t looks = look(letters, size)
        cdef Py_ssize_t length, place, longest, known
        cdef long total = 0
        for place in range(SIGNS):
            if looks >> place & 1:
                count[0] += 1
                total += self.signs[place]
        length = make_alike(letters, size, text)
        memset(lasts, 0, sizeof(lasts))
        for place in range(length):
            before[place] = latest(text, place, lasts)
            longest = min(3, length - place)
            known = repeated(text, place, before, longest)
            count[0] += longest - known
            if known < 1:
                total += weight_of(self, text[place])
            if known < 2 <= longest:
                total += weight_of(self, text[place] | text[place + 1] << 21)
            if known < 3 <= longest:
                total += weight_of(self, text[place] | text[place + 1] << 21 | text[place + 2] << 42)
        return total


cdef inline uint8_t latest(uint64_t *text, Py_ssize_t place, uint8_t *lasts) noexcept nogil:
    """Where the character of this place stood last, more by one, or 0; it stands here now."""
    cdef uint64_t number = slot(text[place]) & (ROOM - 1)
    cdef uint8_t found
    while lasts[number] and text[lasts[number] - 1] != text[place]:
        number = (number + 1) & (ROOM - 1)
    found = lasts[number]
    lasts[number] = <uint8_t>(place + 1)
    return found


cdef inline Py_ssize_t repeated(
    uint64_t *text, Py_ssize_t place, uint8_t *before, Py_ssize_t longest
) noexcept nogil:
    """How long the longest run is, of those that begin here, that began further ahead, too."""
    cdef Py_ssize_t found = 0, size, earlier = before[place]
    while earlier and found < longest:
        size = 1
        while size < longest and text[earlier - 1 + size] == text[place + size]:
            size += 1
        found = max(found, size)
        earlier = before[earlier - 1]
    return found


cdef inline uint64_t run_of(str text, Py_ssize_t start, Py_ssize_t length):
    """The characters of a run as one number."""
    cdef uint64_t run = 0
    cdef Py_ssize_t place
    for place in range(start + length - 1, start - 1, -1):
        run = run << 21 | (<uint64_t>PyUnicode_READ_CHAR(text, place) + 1)
    return run


cdef inline int weight_of(Grams grams, uint64_t run) noexcept nogil:
    """The weight of a run; most have none."""
    cdef uint64_t hashed = slot(run), place = hashed & grams.mask
    if not grams.known[hashed >> 6 & (KNOWN - 1)] >> (hashed & 63) & 1:
        return 0
    while grams.runs[place].letters:
        if grams.runs[place].letters == run:
            return grams.runs[place].weight
        place = (place + 1) & grams.mask
    return 0


def signs(str line not None):
    """The names of what a line looks like from afar."""
    cdef Py_ssize_t place, size = len(line)
    cdef uint32_t *letters = <uint32_t *>PyMem_Malloc((size + 1) * sizeof(uint32_t))
    cdef uint64_t looks
    if letters == NULL:
        raise MemoryError
    for place in range(size):
        letters[place] = PyUnicode_READ_CHAR(line, place)
    looks = look(letters, size)
    PyMem_Free(letters)
    return [<str>NAMES[place] for place in range(SIGNS) if looks >> place & 1]


cdef uint64_t look(uint32_t *letters, Py_ssize_t size) except? 0:
    """What a line looks like from afar: the bits of its signs."""
    cdef Py_ssize_t place, stops = 0, commas = 0, between = 0, digits = 0, latin = 0
    cdef uint32_t letter
    cdef bint inside = False
    cdef uint64_t looks
    for place in range(size):
        letter = letters[place]
        if is_han(letter):
            inside = False
            continue
        stops += letter == 0x3002 or letter == 0x21 or letter == 0x3F
        commas += letter == 0x2C or letter == 0x3B
        between += parts(letter) and not inside
        inside = parts(letter)
        digits += Py_UNICODE_ISDIGIT(letter)
        latin += 0x61 <= letter <= 0x7A
    looks = bit(LENGTHS + min(11, 3 * bits(max(1, size)) // 2))
    looks |= bit(STOPS + min(3, stops)) | bit(COMMAS + min(3, commas)) | bit(PARTS + min(4, between))
    looks |= bit(DIGITS + min(4, 5 * digits // max(1, size))) | bit(LATIN + min(4, 5 * latin // max(1, size)))
    if size == 0:
        return looks
    for place in range(OPENS, SIGNS):
        if letters[0] == OPENING[place - OPENS]:
            looks |= bit(place)
    if is_whole(letters, size):
        looks |= bit(WHOLE)
    if is_numbered(letters, size):
        looks |= bit(NUMBERED)
    if letters[size - 1] == 0x3A or letters[size - 1] == 0xFF1A:
        looks |= bit(LABEL)
    if latin and is_address(letters, size):
        looks |= bit(ADDRESS)
    if digits and is_dated(letters, size):
        looks |= bit(DATED)
    return looks


cdef inline uint64_t bit(Py_ssize_t number) noexcept nogil:
    return <uint64_t>1 << number


cdef inline Py_ssize_t bits(Py_ssize_t number) noexcept nogil:
    cdef Py_ssize_t length = 0
    while number:
        number >>= 1
        length += 1
    return length


cdef inline bint is_numeral(uint32_t letter) noexcept nogil:
    """One of 一二三四五六七八九十."""
    return (
        letter == 0x4E00 or letter == 0x4E8C or letter == 0x4E09 or letter == 0x56DB or letter == 0x4E94
        or letter == 0x516D or letter == 0x4E03 or letter == 0x516B or letter == 0x4E5D or letter == 0x5341
    )


cdef bint is_whole(uint32_t *letters, Py_ssize_t size) noexcept nogil:
    """Whether it ends in 。！？!?… and, behind it, quotes and brackets that close."""
    cdef Py_ssize_t last = size - 1
    cdef uint32_t letter
    while last >= 0:
        letter = letters[last]
        if not (
            letter == 0x22 or letter == 0x201D or letter == 0x300D or letter == 0x300F or letter == 0xFF09
            or letter == 0x29
        ):
            return (
                letter == 0x3002 or letter == 0xFF01 or letter == 0xFF1F or letter == 0x21 or letter == 0x3F
                or letter == 0x2026
            )
        last -= 1
    return False


cdef bint is_numbered(uint32_t *letters, Py_ssize_t size) noexcept:
    """Whether it begins as 一、 (一) (1) 1. or 1、 do."""
    cdef Py_ssize_t place = 0
    if letters[0] == 0x28 or letters[0] == 0xFF08:
        place = 1
        while place < size and (is_numeral(letters[place]) or Py_UNICODE_ISDECIMAL(letters[place])):
            place += 1
        return place > 1 and place < size and (letters[place] == 0x29 or letters[place] == 0xFF09)
    while place < size and is_numeral(letters[place]):
        place += 1
    if place:
        return place < size and letters[place] == 0x3001
    while place < size and Py_UNICODE_ISDECIMAL(letters[place]):
        place += 1
    return 0 < place < size and (letters[place] == 0x2E or letters[place] == 0x3001 or letters[place] == 0xFF0E)


cdef inline bint stands(uint32_t *letters, Py_ssize_t size, Py_ssize_t place, const char *word) noexcept nogil:
    cdef Py_ssize_t length = 0
    while word[length]:
        if place + length >= size or letters[place + length] != <uint32_t>word[length]:
            return False
        length += 1
    return True


cdef bint is_address(uint32_t *letters, Py_ssize_t size) noexcept nogil:
    cdef Py_ssize_t place
    for place in range(size):
        if letters[place] == 0x68 and (stands(letters, size, place, b"http:") or stands(letters, size, place, b"https:")):
            return True
        if letters[place] == 0x77 and stands(letters, size, place, b"www."):
            return True
        if letters[place] == 0x2E and (stands(letters, size, place, b".com") or stands(letters, size, place, b".cn")):
            return True
    return False


cdef bint is_dated(uint32_t *letters, Py_ssize_t size) noexcept:
    """Whether it begins with four digits before - 年 / or a stop."""
    cdef Py_ssize_t place
    if size < 5:
        return False
    for place in range(4):
        if not Py_UNICODE_ISDECIMAL(letters[place]):
            return False
    return letters[4] == 0x2D or letters[4] == 0x5E74 or letters[4] == 0x2F or letters[4] == 0x2E


cdef Py_ssize_t make_alike(uint32_t *letters, Py_ssize_t size, uint64_t *text) noexcept:
    """The line between its marks, each character more by one: numbers as 0 or 00, long words as w, single blanks."""
    cdef Py_ssize_t place = 0, end, length = 1
    cdef uint32_t letter
    text[0] = 0x5E + 1
    while place < size:
        letter = letters[place]
        end = place + 1
        if is_han(letter):
            pass
        elif Py_UNICODE_ISSPACE(letter):
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
