# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Finds what a text shows of ads without a word of theirs, and the windows around such places, as speechclean.judgement.windows does."""

from cpython.unicode cimport Py_UNICODE_ISSPACE, PyUnicode_DATA, PyUnicode_KIND
from libc.stdint cimport uint8_t, uint16_t, uint32_t

from speechclean.native.traits cimport parts_wide

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

cdef enum:
    LATIN = 1   # letters, and the signs that stand in accounts and addresses
    DIGIT = 2
    LETTER = 4
    PARTING = 8  # may stand between the characters of an ad
    ODD = 16     # seldom stands between characters
    MANY = 4     # signs of ASCII are many when there are more

cdef uint8_t kinds[128]
cdef str BODY = "0123456789_@:/.-"
cdef str PARTING_SIGNS = " ._/*~|@+-,=#^&"

for _letter in range(128):
    kinds[_letter] = 0
for _letter in range(26):
    kinds[ord("A") + _letter] = kinds[ord("a") + _letter] = LATIN | LETTER
for _sign in BODY:
    kinds[ord(_sign)] |= LATIN | (DIGIT if _sign.isdigit() else 0)
for _sign in PARTING_SIGNS:
    kinds[ord(_sign)] |= PARTING
kinds[ord("@")] |= ODD


cdef inline int kind_of(uint32_t letter) noexcept nogil:
    if letter < 128:
        return kinds[letter]
    if letter == 0xB7 or letter == 0x2718:  # · ✘
        return PARTING | ODD
    if letter == 0xA7:  # §
        return ODD
    return PARTING if parts_wide(letter) else 0


cdef inline bint is_spaced(uint32_t letter) noexcept:
    """Whether it may stand between two signs that space out an ad: no blank, comma or stop."""
    return not (
        letter == 0x2C or letter == 0x2E or letter == 0xFF0C or letter == 0x3002 or letter == 0x3001
        or Py_UNICODE_ISSPACE(letter)
    )


cdef inline bint is_account(letter_t *text, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    """Whether a letter stands there, or five digits in a row."""
    cdef Py_ssize_t place, digits = 0
    for place in range(start, end):
        if kinds[text[place]] & LETTER:
            return True
        digits = digits + 1 if kinds[text[place]] & DIGIT else 0
        if digits == 5:
            return True
    return False


def find(str text not None):
    """The spans of accounts and of runs of separators, in no order."""
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return search(<uint8_t *>PyUnicode_DATA(text), len(text))
    if kind == 2:
        return search(<uint16_t *>PyUnicode_DATA(text), len(text))
    return search(<uint32_t *>PyUnicode_DATA(text), len(text))


cdef list search(letter_t *text, Py_ssize_t size):
    cdef Py_ssize_t place, first, run = -1  # where the letters and signs of an account begin
    cdef uint32_t letter
    cdef int kind
    cdef list found = []
    cdef dict spaced = {}, free = {}
    for place in range(size + 1):
        letter = text[place] if place < size else 0
        if run < 0 and letter > 0x3000 and letter != 0x4E28 and letter < 0xFE30:
            continue  # most of a text
        kind = kinds[letter] if letter < 128 else 0
        if kind & LATIN:
            if run < 0:
                run = place
        elif run >= 0:
            first = run - (run > 0 and 0x21 <= text[run - 1] <= 0x7E)
            if place - first > 3 and is_account(text, run, place):
                found.append((first, place))
            run = -1
        if place + 2 < size and text[place + 2] == letter and kind_of(letter) & (PARTING | ODD):
            part(text, size, place, found, spaced, free)
    for letter, spans in spaced.items():
        if letter >= 128 or is_many(text, size, letter):
            found += spans
    return found


cdef bint is_many(letter_t *text, Py_ssize_t size, uint32_t letter) noexcept nogil:
    cdef Py_ssize_t place, count = 0
    for place in range(size):
        count += text[place] == letter
        if count > MANY:
            return True
    return False


cdef int part(letter_t *text, Py_ssize_t size, Py_ssize_t place, list found, dict spaced, dict free) except -1:
    """Note the run of separators that begins there, if one does; `free` says up to where others of the sign reach."""
    cdef uint32_t sign = text[place], between = text[place + 1]
    cdef int kind = kind_of(sign), number
    if kind & ODD and place >= <Py_ssize_t>free.get((sign, ODD), 0) and between != sign and place + 3 < size:
        if not Py_UNICODE_ISSPACE(between) and not Py_UNICODE_ISSPACE(text[place + 3]):
            found.append((place, place + 3))
            free[sign, ODD] = place + 3
    if kind & PARTING and place + 6 < size and place >= <Py_ssize_t>free.get((sign, PARTING), 0):
        for number in range(3):
            if text[place + 2 * number + 2] != sign or not is_spaced(text[place + 2 * number + 1]):
                return 0
        spaced.setdefault(sign, []).append((place, place + 7))
        free[sign, PARTING] = place + 7
    return 0


cdef struct Reach:
    Py_ssize_t beside   # a window ends at the end of a sentence, or this far from what it was opened for
    Py_ssize_t longest  # windows that touch are one up to this length


def windows(str text not None, list places not None, tuple reach not None):
    """The windows around these places, which are tuples that begin with a start and an end."""
    cdef int kind = PyUnicode_KIND(text)
    cdef Reach far
    far.beside, far.longest = reach
    far.beside = max(0, min(far.beside, len(text)))
    if kind == 1:
        return around(<uint8_t *>PyUnicode_DATA(text), len(text), sorted(places), &far)
    if kind == 2:
        return around(<uint16_t *>PyUnicode_DATA(text), len(text), sorted(places), &far)
    return around(<uint32_t *>PyUnicode_DATA(text), len(text), sorted(places), &far)


cdef list around(letter_t *text, Py_ssize_t size, list places, Reach *far):
    cdef Py_ssize_t first = 0, last = -1, start, end, opens, closes
    cdef list found = []
    for place in places:
        start, end = place[0], place[1]
        if start < 0 or end > size or end < start:
            raise IndexError("a place outside of the text")
        if end <= last:
            continue
        opens, closes = begin(text, start, far.beside), finish(text, size, end, far.beside)
        if last >= 0 and opens < last:
            if closes - first <= far.longest:
                last = max(last, closes)
                continue
            opens = last
        if last >= 0:
            found.append((first, last))
        first, last = opens, closes
    if last >= 0:
        found.append((first, last))
    return found


cdef inline Py_ssize_t behind_stop(letter_t *text, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    """Where the first sentence ends whose stop is in `text[start:end]`, with what closes a quotation behind it; -1 for nowhere."""
    cdef Py_ssize_t place
    cdef uint32_t letter
    for place in range(start, end):
        letter = text[place]
        if letter == 0x21 or letter == 0x3F or letter == 0x0A or (
            (letter == 0x3002 or letter == 0xFF01 or letter == 0xFF1F)
            and not (place + 1 < end and text[place + 1] < 128 and kinds[text[place + 1]] & LETTER)
        ):
            return place + 2 if place + 1 < end and closes_quotation(text[place + 1]) else place + 1
    return -1


cdef inline bint closes_quotation(uint32_t letter) noexcept nogil:
    """Whether it is one of ” ’ 」 』 ） ) 】."""
    return (
        letter == 0x201D or letter == 0x2019 or letter == 0x300D or letter == 0x300F
        or letter == 0xFF09 or letter == 0x29 or letter == 0x3011
    )


cdef Py_ssize_t begin(letter_t *text, Py_ssize_t place, Py_ssize_t far) noexcept nogil:
    """The start of the sentence before the one that holds `place`, in the same line."""
    cdef Py_ssize_t floor = place, lowest = max(0, place - far), stop, before = -1, last = -1
    while floor > lowest and text[floor - 1] != 0x0A:
        floor -= 1
    stop = behind_stop(text, floor, place)
    while stop >= 0:
        before, last = last, stop
        stop = behind_stop(text, stop, place)
    if before >= 0:
        return before
    return last if last >= 0 and floor > 0 and text[floor - 1] != 0x0A else floor


cdef Py_ssize_t finish(letter_t *text, Py_ssize_t size, Py_ssize_t place, Py_ssize_t far) noexcept nogil:
    """The end of the sentence after the one that holds `place`, in the same line."""
    cdef Py_ssize_t ceiling = place, highest = min(size, place + far), first, second
    while ceiling < highest and text[ceiling] != 0x0A:
        ceiling += 1
    first = behind_stop(text, place, ceiling)
    second = behind_stop(text, first, ceiling) if first >= 0 else -1
    if second >= 0:
        return second
    return ceiling if first < 0 or ceiling == size or ceiling < highest else first
