# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Reads the members of one JSON object, walking over what is not wanted: storage/jsonl.py does all that this leaves.

It gives nothing for a line that is not JSON as Python's own decoder takes it, nor for names with escapes in them; the twin
then reads the line, and says what is wrong with it.
"""

from json.decoder import scanstring

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport uint8_t, uint16_t, uint32_t

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

cdef enum:
    DEEPEST = 60
    MOST_NAMES = 8

cdef struct Member:
    Py_ssize_t start, end
    bint escaped


cdef inline Py_ssize_t skip(letter_t *text, Py_ssize_t place) noexcept:
    """Where the blanks end. The buffer of a str ends in a NUL, so that there is always a next character."""
    while text[place] == 0x20 or text[place] == 0x0A or text[place] == 0x09 or text[place] == 0x0D:
        place += 1
    return place


cdef inline bint is_digit(uint32_t letter) noexcept:
    return 0x30 <= letter <= 0x39


cdef inline bint is_hex(uint32_t letter) noexcept:
    return is_digit(letter) or 0x41 <= letter <= 0x46 or 0x61 <= letter <= 0x66


cdef Py_ssize_t end_of_string(letter_t *text, Py_ssize_t place, bint *escaped) noexcept:
    """The closing quote of a string whose first character stands at `place`, or -1."""
    cdef Py_ssize_t digit
    while text[place] != 0x22:
        if text[place] < 0x20:
            return -1
        if text[place] == 0x5C:
            escaped[0] = True
            place += 1
            if text[place] == 0x75:
                for digit in range(4):
                    place += 1
                    if not is_hex(text[place]):
                        return -1
            elif text[place] not in (0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74):
                return -1
        place += 1
    return place


cdef Py_ssize_t end_of_number(letter_t *text, Py_ssize_t place) noexcept:
    """Where a number ends, or -1."""
    place += text[place] == 0x2D
    if text[place] == 0x30:
        place += 1
    elif is_digit(text[place]):
        while is_digit(text[place]):
            place += 1
    else:
        return -1
    if text[place] == 0x2E and is_digit(text[place + 1]):
        place += 1
        while is_digit(text[place]):
            place += 1
    if text[place] == 0x65 or text[place] == 0x45:
        place += 1
        place += text[place] == 0x2B or text[place] == 0x2D
        if not is_digit(text[place]):
            return -1
        while is_digit(text[place]):
            place += 1
    return place


cdef Py_ssize_t end_of_word(letter_t *text, Py_ssize_t place, const char *word) noexcept:
    """Where `true`, `false` or `null` ends, or -1."""
    while word[0]:
        if text[place] != <uint8_t>word[0]:
            return -1
        place += 1
        word += 1
    return place


cdef Py_ssize_t end_of_value(letter_t *text, Py_ssize_t place, int deep, bint *escaped) noexcept:
    """Where the value that begins at `place` ends, or -1."""
    cdef uint32_t letter = text[place]
    cdef bint inside = False
    if letter == 0x22:
        place = end_of_string(text, place + 1, escaped)
        return place + 1 if place >= 0 else -1
    if letter == 0x2D or is_digit(letter):
        return end_of_number(text, place)
    if letter == 0x74:
        return end_of_word(text, place, b"true")
    if letter == 0x66:
        return end_of_word(text, place, b"false")
    if letter == 0x6E:
        return end_of_word(text, place, b"null")
    if (letter == 0x7B or letter == 0x5B) and deep < DEEPEST:
        return end_of_many(text, skip(text, place + 1), letter == 0x7B, deep + 1)
    return -1


cdef Py_ssize_t end_of_many(letter_t *text, Py_ssize_t place, bint named, int deep) noexcept:
    """Where an object or a list ends whose first value or brace stands at `place`, or -1."""
    cdef bint escaped = False
    cdef uint32_t brace = 0x7D if named else 0x5D
    if text[place] == brace:
        return place + 1
    while True:
        if named:
            place = value_of(text, place, &escaped)
            if place < 0:
                return -1
        place = end_of_value(text, place, deep, &escaped)
        if place < 0:
            return -1
        place = skip(text, place)
        if text[place] == brace:
            return place + 1
        if text[place] != 0x2C:
            return -1
        place = skip(text, place + 1)


cdef inline Py_ssize_t value_of(letter_t *text, Py_ssize_t place, bint *escaped) noexcept:
    """Where the value begins whose name begins at `place`, or -1."""
    if text[place] != 0x22:
        return -1
    place = end_of_string(text, place + 1, escaped)
    if place < 0:
        return -1
    place = skip(text, place + 1)
    return skip(text, place + 1) if text[place] == 0x3A else -1


cdef inline bint is_name(letter_t *text, Py_ssize_t place, str name) noexcept:
    """Whether the string whose first character stands at `place` is the name, which has no quote in it."""
    cdef Py_ssize_t number
    cdef int kind = PyUnicode_KIND(name)
    cdef void *data = PyUnicode_DATA(name)
    cdef uint32_t letter
    for number in range(len(name)):
        letter = PyUnicode_READ(kind, data, number)
        if text[place + number] != letter or letter == 0x22:
            return False
    return text[place + len(name)] == 0x22


cdef bint find(letter_t *text, Py_ssize_t length, tuple names, Member *members) except -1:
    """Find the values of these names; the last one where a name stands twice."""
    cdef Py_ssize_t number, place = skip(text, 0), name
    cdef bint escaped
    if text[place] != 0x7B:
        return False
    place = skip(text, place + 1)
    while text[place] != 0x7D:
        name = place + 1
        escaped = False
        place = value_of(text, place, &escaped)
        if place < 0 or escaped:
            return False
        start = place
        place = end_of_value(text, place, 0, &escaped)
        if place < 0:
            return False
        for number in range(len(names)):
            if is_name(text, name, <str?>names[number]):
                members[number] = Member(start, place, escaped)
        place = skip(text, place)
        if text[place] == 0x2C:
            place = skip(text, place + 1)
            if text[place] == 0x7D:
                return False
        elif text[place] != 0x7D:
            return False
    if skip(text, place + 1) != length:
        return False
    for number in range(len(names)):
        if not members[number].end:
            return False
        if text[members[number].start] != 0x22 and text[members[number].start] != 0x6E:
            return False
    return True


cdef bint found(str line, tuple names, Member *members) except -1:
    cdef Py_ssize_t number
    cdef int kind = PyUnicode_KIND(line)
    if len(names) > MOST_NAMES:
        return False
    for number in range(len(names)):
        members[number].end = 0
    if kind == 1:
        return find(<uint8_t *>PyUnicode_DATA(line), len(line), names, members)
    if kind == 2:
        return find(<uint16_t *>PyUnicode_DATA(line), len(line), names, members)
    return find(<uint32_t *>PyUnicode_DATA(line), len(line), names, members)


cdef value(str line, Member *member):
    """What a string says, or None for null."""
    if line[member.start] != 0x22:
        return None
    if member.escaped:
        return scanstring(line, member.start + 1)[0]
    return line[member.start + 1 : member.end - 1]


def values(str line not None, tuple names not None):
    """The values of the fields of that name, each a string or None; None where that is not all there is to the line."""
    cdef Member members[MOST_NAMES]
    cdef Py_ssize_t number
    if not found(line, names, members):
        return None
    return [value(line, &members[number]) for number in range(len(names))]


def span(str line not None, str name not None):
    """The value of one field, and where it stands: its start and its end."""
    cdef Member members[MOST_NAMES]
    if not found(line, (name,), members):
        return None
    return value(line, members), members[0].start, members[0].end
