# How much two characters belong together, as speechclean.judgement.ties tells.

cdef enum:
    TIE_BITS = 14     # so many ties of two characters are remembered
    ROW_STEP = 25     # what a bar in a row of followers takes off
    MOST_LETTERS = 1 << 15  # so many characters are remembered; most texts have 3,000, a hostile one a million
    BAR = 0x7C

cdef struct Letter:
    uint32_t code
    uint32_t plain    # as the rows have it
    int own           # what it weighs where no row lists it
    int faded         # what it weighs less than its plain form
    int chance        # what it weighs by chance
    int unlisted      # how much less weighs what its row does not list
    PyObject *row     # the characters that follow it


cdef int bars_before(str row, uint32_t letter) noexcept:
    """How many bars stand before a character in a row, behind its first two characters; -1 where it is not listed."""
    cdef int kind = PyUnicode_KIND(row), bars = 0
    cdef const void *data = PyUnicode_DATA(row)
    cdef Py_ssize_t place
    cdef uint32_t here
    for place in range(2, PyUnicode_GET_LENGTH(row)):
        here = <uint32_t>PyUnicode_READ(kind, data, place)
        if here == BAR:
            bars += 1
        elif here == letter:
            return bars
    return -1


cdef class Ties:
    """The ties that were told lately, and of each character what ties are made of."""

    cdef object tell
    cdef list followers  # the rows that letters point to
    cdef Letter *letters
    cdef Py_ssize_t count, slots
    cdef uint64_t *ties

    def __cinit__(self, tell):
        self.tell, self.followers = tell, []
        self.ties = <uint64_t *>PyMem_Calloc(1 << TIE_BITS, sizeof(uint64_t))
        if self.ties == NULL:
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.ties)
        PyMem_Free(self.letters)

    cdef Letter *letter(self, uint32_t code) except NULL:
        """What is known of a character; good until the next one is asked for."""
        cdef Letter *found = self.slot(code)
        if found == NULL or found.row == NULL:
            row, unlisted, plain, own, faded, chance = self.tell(chr(code))  # meanwhile another thread may ask, too
            if self.count >= MOST_LETTERS:
                self.forget()
            if self.count * 2 >= self.slots:
                self.make_room()
            found = self.slot(code)
            if found.row == NULL:
                self.followers.append(<str?>row)
                self.count += 1
                found[0] = Letter(code, ord(plain), own, faded, chance, unlisted, <PyObject *>row)
        return found

    cdef Letter *slot(self, uint32_t code) noexcept:
        """Where a character stands, or would; NULL before there is room for any."""
        cdef Py_ssize_t place = (code * <uint32_t>2654435761) & (self.slots - 1)
        if self.slots == 0:
            return NULL
        while self.letters[place].row != NULL and self.letters[place].code != code:
            place = (place + 1) & (self.slots - 1)
        return &self.letters[place]

    cdef void forget(self):
        """Start again with no letters."""
        PyMem_Free(self.letters)
        self.letters, self.count, self.slots = NULL, 0, 0
        self.followers = []

    cdef int make_room(self) except -1:
        """Twice as many slots for letters."""
        cdef Py_ssize_t slots = self.slots, number
        cdef Letter *letters = self.letters
        self.letters = <Letter *>PyMem_Calloc(slots * 2 or 1024, sizeof(Letter))
        if self.letters == NULL:
            self.letters = letters
            raise MemoryError
        self.slots = slots * 2 or 1024
        for number in range(slots):
            if letters[number].row != NULL:
                self.slot(letters[number].code)[0] = letters[number]
        PyMem_Free(letters)
        return 0

    cdef int tie(self, uint32_t left, uint32_t right) except? -1:
        """How much two characters belong together, in hundredths."""
        cdef uint64_t key = (<uint64_t>left << 21 | right) << 16
        cdef uint64_t slot = (key * BASE) >> (64 - TIE_BITS)
        cdef Letter *letter
        cdef str row  # held while the next letter is asked for, which may forget this one
        cdef int bars, unlisted, tie
        if self.ties[slot] >> 16 != key >> 16:
            letter = self.letter(left)
            row, unlisted = <str>letter.row, letter.unlisted
            letter = self.letter(right)
            bars = -1 if letter.plain == BAR else bars_before(row, letter.plain)
            tie = (letter.own - unlisted if bars < 0 else letter.faded - ROW_STEP * bars) - letter.chance
            self.ties[slot] = key | <uint16_t>tie
        return <int16_t>(self.ties[slot] & 0xFFFF)
