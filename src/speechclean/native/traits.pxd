# cython: language_level=3
# What the scan tells of a whole text in passing; speechclean.core.traits says what each trait means.

from cpython.unicode cimport Py_UNICODE_ISSPACE
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t

ctypedef fused letter_t:
    uint8_t
    uint16_t
    uint32_t

cdef enum:
    OTHER_SCRIPT = 1
    VOWEL = 2
    LONE_LETTER = 4
    ACCOUNT = 8
    SPACED = 16
    TRAILING_BLANK = 32
    SURPLUS_LINE = 64
    LINES_OF_ONE = 128
    LINE_AGAIN = 256
    LINE_TWICE_AGAIN = 512
    TAGS = 1024
    SPACES = 2048

cdef struct Traits:
    uint32_t seen
    uint32_t lines_of_one, tags, spaces
    uint32_t digits          # in a row, up to the last letter
    bint named               # a Latin letter, or five digits, in the run of Latin signs
    bint blank_line          # the line before is blank
    Py_ssize_t line          # where it begins
    Py_ssize_t space         # the last space between Chinese characters in this line
    Py_ssize_t nearest, furthest  # how far such spaces are from the ones before
    Py_ssize_t run, run_end  # the last run of Latin signs
    Py_ssize_t account_end   # how far it is known to be an account
    uint64_t once[64]        # a bit for each line of 6 to 60 characters
    uint64_t twice[64]       # for those that were there again


cdef inline bint is_han(uint32_t letter) noexcept nogil:
    return 0x3400 <= letter <= 0x9FFF or 0xF900 <= letter <= 0xFAFF or letter >= 0x20000


cdef inline bint is_blank(uint32_t letter) noexcept nogil:
    return letter == 0x20 or letter == 0x3000 or letter == 0x09 or letter == 0xA0


cdef inline bint is_latin(uint32_t letter) noexcept nogil:
    return 0x61 <= letter | 0x20 <= 0x7A and letter < 0x80


cdef inline bint is_digit(uint32_t letter) noexcept nogil:
    return 0x30 <= letter <= 0x39


cdef inline bint parts_wide(uint32_t letter) noexcept nogil:
    """Whether a sign beyond ASCII spaces out ads: U+3000 丨 · § • ‧ ※, full-width ones, bars, and others from ▲ to ❋."""
    if letter > 0x3000:
        return letter == 0x4E28 or (letter > 0xFE30 and (
            letter == 0xFE31 or letter == 0xFE33 or letter == 0xFF03 or letter == 0xFF06 or letter == 0xFF0A
            or letter == 0xFF0B or letter == 0xFF0D or letter == 0xFF0E or letter == 0xFF0F or letter == 0xFF1D or letter == 0xFF20
            or letter == 0xFF3E or letter == 0xFF3F or letter == 0xFF5C or letter == 0xFF5E
        ))
    if letter < 0x2500:
        return (
            letter == 0xA7 or letter == 0xB7 or letter == 0x2016 or letter == 0x2022 or letter == 0x2027
            or letter == 0x203B or letter == 0x2223 or letter == 0x2225
        )
    if letter < 0x25A0:
        return (
            letter == 0x2502 or letter == 0x2503 or letter == 0x2506 or letter == 0x2507 or letter == 0x250A
            or letter == 0x250B or letter == 0x254E or letter == 0x254F or letter == 0x2551
        )
    return (
        letter == 0x25B3 or letter == 0x25BD or letter == 0x25C8 or letter == 0x25C9 or letter == 0x2729
        or letter == 0x272A or letter == 0x2730 or letter == 0x273D or letter == 0x2749 or letter == 0x274B
        or letter == 0x2756 or letter == 0x25B2 or letter == 0x25BC or letter == 0x25C6 or letter == 0x25C7 or letter == 0x25CE
        or letter == 0x25CF or letter == 0x2605 or letter == 0x2606 or letter == 0x2713 or letter == 0x2714
        or 0x2716 <= letter <= 0x2718 or letter == 0x271A or letter == 0x2726 or letter == 0x2727
        or letter == 0x273F or letter == 0x2740 or letter == 0x3000
    )


cdef inline bint is_odd(uint32_t letter) noexcept nogil:
    """Whether two of a sign are enough: · @ ✘ §."""
    return letter == 0xB7 or letter == 0x40 or letter == 0x2718 or letter == 0xA7


cdef inline bint parts(uint32_t letter) noexcept nogil:
    """Whether a sign of ASCII spaces out ads: blank . _ / * ~ | @ + - , = # ^ &."""
    return (
        letter == 0x20 or 0x2A <= letter <= 0x2F or letter == 0x5F or letter == 0x7C or letter == 0x7E or letter == 0x40
        or letter == 0x3D or letter == 0x23 or letter == 0x5E or letter == 0x26
    )


cdef inline void look(Traits *traits, letter_t *text, Py_ssize_t length, Py_ssize_t place) noexcept:
    """What a character of ASCII, or one that parts words, tells."""
    cdef uint32_t letter = text[place]
    if letter == 0x0A:
        end_line(traits, text, place)
        return
    if letter < 0x80 and (is_latin(letter) or 0x2D <= letter <= 0x3A or letter == 0x40 or letter == 0x5F):
        read_run(traits, text, place)
    if letter >= 0x40 and letter < 0x7F and place and text[place - 1] > 0x7F:
        if place + 1 == length or not 0x20 <= text[place + 1] <= 0x7E:
            traits.seen |= LONE_LETTER
    if letter == 0x20 and place and place + 1 < length and is_han(text[place - 1]) and is_han(text[place + 1]):
        measure(traits, place)
    if place > 1 and text[place - 2] == letter and (parts(letter) or letter > 0x7F):
        if is_odd(letter) or (place > 5 and text[place - 4] == letter and text[place - 6] == letter):
            traits.seen |= SPACED


cdef inline void measure(Traits *traits, Py_ssize_t place) noexcept:
    """Take in a space between Chinese characters."""
    cdef Py_ssize_t gap = place - traits.space
    if traits.spaces:
        traits.nearest = gap if traits.spaces == 1 or gap < traits.nearest else traits.nearest
        traits.furthest = gap if traits.spaces == 1 or gap > traits.furthest else traits.furthest
    traits.spaces += 1
    traits.space = place


cdef inline void read_run(Traits *traits, letter_t *text, Py_ssize_t place) noexcept:
    """Go on with a run of the signs that accounts are made of: Latin letters, digits, - . / : @ _."""
    cdef uint32_t letter = text[place]
    if place != traits.run_end:
        traits.run, traits.named, traits.digits = place, False, 0
    traits.run_end = place + 1
    if is_latin(letter):
        traits.named = True
        if letter == 0x61 or letter == 0x65 or letter == 0x69 or letter == 0x6F or letter == 0x75:
            traits.seen |= VOWEL
    traits.digits = traits.digits + 1 if is_digit(letter) else 0
    if traits.digits >= 5:
        traits.named = True
    if traits.named and place >= traits.run + 2:
        if place > traits.run + 2 or (traits.run and 0x21 <= text[traits.run - 1] <= 0x7E):
            traits.seen |= ACCOUNT
            traits.account_end = place + 1


cdef inline void end_line(Traits *traits, letter_t *text, Py_ssize_t end) noexcept:
    """What a line tells that ends before a newline, or with the text."""
    cdef Py_ssize_t start = traits.line, place = end
    cdef bint blank
    traits.line = end + 1
    if traits.spaces > 2 and traits.nearest >= 18 and traits.furthest - traits.nearest <= 5:
        traits.seen |= SPACES
    traits.spaces = 0
    if (end - start == 1 or (end - start == 2 and text[start + 1] == 0x20)) and text[start] > 0x7F:
        traits.lines_of_one += 1
        if traits.lines_of_one >= 15:
            traits.seen |= LINES_OF_ONE
    if end > start and is_blank(text[end - 1]):
        traits.seen |= TRAILING_BLANK
        while place > start and is_blank(text[place - 1]):
            place -= 1
    blank = place == start
    if blank and (traits.blank_line or start == 0):
        traits.seen |= SURPLUS_LINE
    traits.blank_line = blank
    if not blank:
        find_tag(traits, text, start, end)
        recall(traits, text, start, end)


cdef inline void find_tag(Traits *traits, letter_t *text, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Count the lines that end in a word behind a full stop."""
    cdef Py_ssize_t place
    cdef uint32_t letter
    while end > start and (text[end - 1] == 0x20 or text[end - 1] == 0x09):
        end -= 1
    place = end
    while place > start and end - place <= 16:
        letter = text[place - 1]
        if letter == 0x3002:
            if end - place > 1:
                traits.tags += 1
                if traits.tags >= 4:
                    traits.seen |= TAGS
            return
        if not (0x4E00 <= letter <= 0x9FFF or is_latin(letter) or is_digit(letter) or letter == 0x2B or letter == 0x23 or letter == 0x2E):
            return
        place -= 1


cdef inline bint ends_a_clause(uint32_t letter) noexcept nogil:
    """Whether this is one of 。！？!?；;：:…”」』）)，,、."""
    return (
        letter == 0x3002 or letter == 0xFF01 or letter == 0xFF1F or letter == 0x21 or letter == 0x3F or letter == 0xFF1B
        or letter == 0x3B or letter == 0xFF1A or letter == 0x3A or letter == 0x2026 or letter == 0x201D
        or letter == 0x300D or letter == 0x300F or letter == 0xFF09 or letter == 0x29 or letter == 0xFF0C
        or letter == 0x2C or letter == 0x3001
    )


cdef inline void recall(Traits *traits, letter_t *text, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Know a line of 6 to 60 characters again, whatever blanks are around it, unless it ends a clause."""
    cdef uint64_t sum = <uint64_t>14695981039346656037
    cdef uint64_t bit
    cdef int word
    while end > start and Py_UNICODE_ISSPACE(text[end - 1]):
        end -= 1
    while start < end and Py_UNICODE_ISSPACE(text[start]):
        start += 1
    if not 6 <= end - start <= 60 or ends_a_clause(text[end - 1]):
        return
    while start < end:
        sum = (sum ^ text[start]) * <uint64_t>1099511628211
        start += 1
    sum ^= sum >> 29
    bit = <uint64_t>1 << (sum & 63)
    word = sum >> 6 & 63
    if traits.once[word] & bit:
        traits.seen |= LINE_AGAIN | LINE_TWICE_AGAIN if traits.twice[word] & bit else LINE_AGAIN
        traits.twice[word] |= bit
    traits.once[word] |= bit


cdef inline void end_text(Traits *traits, letter_t *text, Py_ssize_t end) noexcept:
    """What the last line tells that is read."""
    end_line(traits, text, end)
    if traits.blank_line:
        traits.seen |= SURPLUS_LINE
