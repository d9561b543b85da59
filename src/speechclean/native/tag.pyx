# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Sums the learned weights of a window's tokens and of the borders between them, and finds the best path.

What speechclean.judgement.features spells out as strings is here a hash of the same string, put together from those of
its parts. scripts/make_weight_table.py writes the table that they are looked up in, and knows the same numbers.
"""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_GET_SIZE
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ, PyUnicode_READ_CHAR
from libc.stdint cimport int16_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t

cdef extern from *:
    """
    #if defined(__GNUC__) || defined(__clang__)
    #define fetch(place) __builtin_prefetch(place)
    #else
    #define fetch(place) ((void)(place))
    #endif
    """
    void fetch(const void *place) noexcept nogil

cdef enum:
    HEAD = 2          # words before the table: what it is, and how many slots it has
    SIDE = 2          # tokens beyond each end
    QUESTIONS = 16    # asked of each token
    FARTHEST = 9      # the steps of a distance end here
    NEAR_TIE = 300    # a tie counts up to this many hundredths, either way
    FIRST_STEP = 94   # the step of the loosest tie; the tightest has 106
    STEPS = 13
    TIE_BITS = 14     # so many ties of two characters are remembered
    ROW_STEP = 25     # what a bar in a row of followers takes off
    MOST_LETTERS = 1 << 15  # so many characters are remembered; most texts have 3,000, a hostile one a million

    IDENTIFIER = 1
    STOP = 2
    CLAUSE_END = 4
    PULLS = 8
    NUMBER = 16
    UNIT = 32
    COMMA = 64        # up to here they are told of forms, the others found out
    CHANNEL = 128
    SIGN = 256        # of shape "e"
    FULL_STOP = 0x3002
    BAR = 0x7C

cdef uint64_t MADE_BY = 0x3130544857435053      # "SPCWHT01": a table for this code, on a machine of its byte order
cdef uint64_t BASE = 0x9E3779B97F4A7C15
cdef uint64_t SPREAD = 0xD6E8FEB86659FD93
cdef int64_t NEVER = -(10**12)
cdef const char *NEAR = b"0123445667"

cdef struct Hash:
    uint64_t value
    uint64_t power    # BASE to the power of the length

cdef struct Token:
    Hash form
    Hash shape
    Hash kind
    Hash behind       # how far the last identifier is
    uint64_t letters  # of its word classes, a bit each
    uint32_t code     # the character, where the form is one
    uint16_t marks
    uint8_t shape_letter
    bint stays_own
    bint stays_foreign

cdef struct Letter:
    uint32_t code
    uint32_t plain    # as the rows have it
    int own           # what it weighs where no row lists it
    int faded         # what it weighs less than its plain form
    int chance        # what it weighs by chance
    int unlisted      # how much less weighs what its row does not list
    PyObject *row     # the characters that follow it

cdef struct Edge:
    int begins
    int ends

cdef struct Behind:
    Py_ssize_t last   # an end of a span
    int closes        # what speaks for it
    int fresh         # how well what stands behind it begins a sentence
    uint32_t code     # what stands behind it, if that is Chinese, and 1 for the end of the window
    int marks

cdef struct Joins:
    int tie           # what a tie counts, in tenths
    int tied          # what counts a tie inside a word besides
    int whole         # from here on a tie is inside a word
    int unit          # the tie of a number and its unit
    int loosest
    int tightest
    int comma
    int away

cdef struct Distance:
    uint16_t mark     # what it is the distance to
    int steps


cdef inline uint64_t spread(uint64_t value) noexcept nogil:
    value ^= value >> 32
    value *= SPREAD
    value ^= value >> 32
    value *= SPREAD
    return value ^ (value >> 32)


cdef inline Hash of_letter(uint32_t letter) noexcept nogil:
    return Hash(spread(letter + 1), BASE)


cdef inline Hash joined(Hash first, Hash second) noexcept nogil:
    return Hash(first.value * second.power + second.value, first.power * second.power)


cdef Hash of_string(str text):
    cdef Hash found = Hash(0, 1)
    cdef Py_ssize_t place
    for place in range(len(text)):
        found = joined(found, of_letter(<uint32_t>PyUnicode_READ_CHAR(text, place)))
    return found


cdef inline uint64_t bit_of(uint32_t letter) noexcept nogil:
    return <uint64_t>1 << (letter & 63)


cdef inline Edge both(Edge one, Edge other) noexcept nogil:
    return Edge(one.begins + other.begins, one.ends + other.ends)


cdef inline Hash step_to(Token *token, Distance *distance) noexcept nogil:
    """How far something is from a token: nothing, if the token is it."""
    if token.marks & distance.mark:
        distance.steps = 0
    return of_letter(NEAR[distance.steps])


cdef inline void go_on(Token *token, Distance *distance) noexcept nogil:
    distance.steps = FARTHEST if token.marks & STOP else min(FARTHEST, distance.steps + 1)


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


cdef inline bint apart(uint8_t shape) noexcept nogil:
    """Whether the tokens of a shape are told apart at borders."""
    return shape == c"p" or shape == c"e"


cdef class Tagger:
    """The learned weights, and what else the sums need to know."""

    cdef bytes held
    cdef const uint64_t *table
    cdef uint64_t last_slot
    cdef object tell
    cdef list followers        # the rows that letters point to
    cdef Letter *letters
    cdef Py_ssize_t letter_count, letter_slots
    cdef dict marks
    cdef uint8_t marked[256]   # the marks of the characters that end in these bits
    cdef uint64_t *ties
    cdef int leaning, pull, weak_pull
    cdef Joins joins
    cdef Edge first, last, no_opening
    cdef Edge tie_steps[STEPS]
    cdef Edge opening_steps[STEPS]
    cdef Edge late_steps[STEPS]

    def __cinit__(self, bytes table not None, tell, dict marks not None, tuple pulls not None, tuple joins not None):
        """The table, what tells of a character what its ties are made of, the marks of forms, how far they pull, and `Joins`."""
        cdef const uint64_t *words = <const uint64_t *>PyBytes_AS_STRING(table)
        if PyBytes_GET_SIZE(table) < 16 or words[0] != MADE_BY or PyBytes_GET_SIZE(table) != <Py_ssize_t>(8 * (HEAD + words[1])):
            raise ValueError("this is no table of weights for this machine")
        self.held, self.table, self.last_slot = table, words + HEAD, words[1] - 1
        self.tell, self.followers, self.marks = tell, [], marks
        self.leaning, self.pull, self.weak_pull = pulls
        tie, tied, whole, unit, loosest, tightest, comma, away = joins
        self.joins = Joins(tie, tied, whole, unit, loosest, tightest, comma, away)
        for form, mark in marks.items():
            if len(form) == 1:
                self.marked[ord(form) & 255] = 1
        self.ties = <uint64_t *>PyMem_Calloc(1 << TIE_BITS, sizeof(uint64_t))
        if self.ties == NULL:
            raise MemoryError
        self.first, self.last = self.edge(of_letter(c"^")), self.edge(of_letter(c"$"))
        self.no_opening = self.edge(of_string("t0"))
        for step in range(STEPS):
            self.tie_steps[step] = self.edge(of_string(f"h{FIRST_STEP + step}"))
            self.opening_steps[step] = self.edge(of_string(f"s{FIRST_STEP + step}"))
            self.late_steps[step] = self.edge(of_string(f"t{FIRST_STEP + step}"))

    def __dealloc__(self):
        PyMem_Free(self.ties)
        PyMem_Free(self.letters)

    cdef inline uint64_t key(self, uint8_t question, Hash answer) noexcept:
        """Where an answer is looked up; its place in the table is fetched meanwhile."""
        cdef uint64_t key = spread(answer.value ^ (question * BASE))
        fetch(&self.table[(key >> 48) & self.last_slot])
        return key

    cdef inline int weight(self, uint64_t key) noexcept:
        """What an answer weighs, 0 if it is not listed."""
        cdef uint64_t slot = (key >> 48) & self.last_slot, entry
        key = (key << 16) >> 16
        while True:
            entry = self.table[slot]
            if entry >> 16 == key:
                return <int16_t>(entry & 0xFFFF)
            if entry == 0:
                return 0
            slot = (slot + 1) & self.last_slot

    cdef Edge edge(self, Hash answer) noexcept:
        return Edge(self.weight(self.key(c"<", answer)), self.weight(self.key(c">", answer)))

    cdef Letter *letter(self, uint32_t code) except NULL:
        """What is known of a character; good until the next one is asked for."""
        cdef Letter *found = self.slot(code)
        if found == NULL or found.row == NULL:
            row, unlisted, plain, own, faded, chance = self.tell(chr(code))  # meanwhile another thread may ask, too
            if self.letter_count >= MOST_LETTERS:
                self.forget()
            if self.letter_count * 2 >= self.letter_slots:
                self.make_room()
            found = self.slot(code)
            if found.row == NULL:
                self.followers.append(<str?>row)
                self.letter_count += 1
                found[0] = Letter(code, ord(plain), own, faded, chance, unlisted, <PyObject *>row)
        return found

    cdef Letter *slot(self, uint32_t code) noexcept:
        """Where a character stands, or would; NULL before there is room for any."""
        cdef Py_ssize_t place = (code * <uint32_t>2654435761) & (self.letter_slots - 1)
        if self.letter_slots == 0:
            return NULL
        while self.letters[place].row != NULL and self.letters[place].code != code:
            place = (place + 1) & (self.letter_slots - 1)
        return &self.letters[place]

    cdef void forget(self):
        """Start again with no letters."""
        PyMem_Free(self.letters)
        self.letters, self.letter_count, self.letter_slots = NULL, 0, 0
        self.followers = []

    cdef int make_room(self) except -1:
        """Twice as many slots for letters."""
        cdef Py_ssize_t slots = self.letter_slots, number
        cdef Letter *letters = self.letters
        self.letters = <Letter *>PyMem_Calloc(slots * 2 or 1024, sizeof(Letter))
        if self.letters == NULL:
            self.letters = letters
            raise MemoryError
        self.letter_slots = slots * 2 or 1024
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

    cdef int step(self, uint32_t left, uint32_t right) except -1:
        """Which step the tie of two characters is."""
        return (max(-NEAR_TIE, min(NEAR_TIE, self.tie(left, right))) * 2 + 10_000) // 100 - FIRST_STEP

    def read(self, list forms not None, str shapes not None, list kinds not None):
        """For each token and each border what it weighs, in hundredths, and the runs of tokens that seem foreign."""
        cdef Py_ssize_t size = len(forms), number
        cdef Token *tokens
        cdef uint64_t *keys
        cdef int *sums
        cdef Edge *edges
        if len(shapes) != size or len(kinds) != size:
            raise ValueError("each token has a form, a shape and a kind")
        tokens = <Token *>PyMem_Malloc(
            (size + 2 * SIDE) * sizeof(Token) + (size + 1) * (QUESTIONS * sizeof(uint64_t) + sizeof(int) + sizeof(Edge))
        )
        if tokens == NULL:
            raise MemoryError
        keys = <uint64_t *>(tokens + size + 2 * SIDE)
        edges = <Edge *>(keys + (size + 1) * QUESTIONS)
        sums = <int *>(edges + size + 1)
        try:
            self.take(tokens + SIDE, forms, shapes, kinds)
            self.weigh(tokens + SIDE, size, keys, sums)
            self.weigh_edges(tokens + SIDE, size, edges)
            return (
                [sums[number] for number in range(size)],
                [edges[number].begins for number in range(size + 1)],
                [edges[number].ends for number in range(size + 1)],
                self.runs(tokens + SIDE, size, sums, edges),
            )
        finally:
            PyMem_Free(tokens)

    cdef int take(self, Token *tokens, list forms, str shapes, list kinds) except -1:
        """Fill in what is known of each token by itself."""
        cdef Py_ssize_t size = len(forms), number, place
        cdef uint32_t letter
        cdef Token *token
        cdef str form, kind, known = ""
        cdef Hash of_kind = Hash(0, 1)
        cdef uint64_t letters = 0
        for number in range(-SIDE, size + SIDE):
            token = &tokens[number]
            if number < 0 or number >= size:
                letter = c"^" if number < 0 else c"$"
                token.form = token.shape = of_letter(letter)
                token.kind, token.letters, token.code, token.marks = Hash(0, 1), 0, 0, 0
                token.shape_letter = letter
                continue
            form, kind = forms[number], kinds[number]
            if kind is not known:
                known, of_kind, letters = kind, of_string(kind), 0
                for place in range(len(kind)):
                    letters |= bit_of(<uint32_t>PyUnicode_READ_CHAR(kind, place))
            token.kind, token.letters = of_kind, letters
            token.shape_letter = <uint32_t>PyUnicode_READ_CHAR(shapes, number)
            token.shape = of_letter(token.shape_letter)
            token.code, token.marks = 0, 0
            if len(form) == 1:
                token.code = <uint32_t>PyUnicode_READ_CHAR(form, 0)
                token.form = of_letter(token.code)
                if self.marked[token.code & 255]:
                    token.marks = self.marks.get(form, 0)
            else:
                token.form = of_string(form)
                token.marks = self.marks.get(form, 0)
            if token.shape_letter == c"e":
                token.marks |= SIGN
            if letters & (bit_of(c"C") | bit_of(c"c")):
                token.marks |= CHANNEL
        return 0

    cdef void weigh(self, Token *tokens, Py_ssize_t size, uint64_t *keys, int *sums) noexcept:
        """Answer the questions on each token, and sum what the answers weigh."""
        cdef Py_ssize_t number, place
        self.answer(tokens, size, keys)
        self.answer_distances(tokens, size, keys)
        self.answer_companies(tokens, size, keys)
        for number in range(size):
            sums[number] = 0
            for place in range(QUESTIONS):
                sums[number] += self.weight(keys[number * QUESTIONS + place])

    cdef void answer(self, Token *tokens, Py_ssize_t size, uint64_t *keys) noexcept:
        """What stands beside each token, and how many stand before it."""
        cdef Py_ssize_t number
        cdef int since = 0
        cdef Hash pair, three, bar = of_letter(c"|")
        cdef Token *token
        for number in range(size):
            token = &tokens[number]
            pair = joined(tokens[number - 1].form, token.form)
            three = joined(joined(tokens[number - 1].shape, token.shape), tokens[number + 1].shape)
            keys[0] = self.key(c"a", token.form)
            keys[1] = self.key(c"b", pair)
            keys[2] = self.key(c"c", joined(token.form, tokens[number + 1].form))
            keys[3] = self.key(c"d", joined(tokens[number - 2].form, pair))
            keys[4] = self.key(c"e", joined(pair, tokens[number + 1].form))
            keys[5] = self.key(c"f", joined(token.form, joined(tokens[number + 1].form, tokens[number + 2].form)))
            keys[6] = self.key(c"g", token.kind)
            keys[7] = self.key(c"h", joined(joined(tokens[number - 1].kind, bar), token.kind))
            keys[8] = self.key(c"i", joined(joined(token.kind, bar), tokens[number + 1].kind))
            keys[9] = self.key(c"j", joined(joined(tokens[number - 2].shape, three), tokens[number + 2].shape))
            keys[10] = self.key(c"k", three)
            keys[11] = self.key(c"o", joined(of_letter(c"0" + since), token.kind))
            since = 0 if token.marks & STOP else min(3, since + 1)
            keys += QUESTIONS

    cdef void answer_distances(self, Token *tokens, Py_ssize_t size, uint64_t *keys) noexcept:
        """How far an identifier and a channel are, behind and ahead, within the sentence."""
        cdef Py_ssize_t number
        cdef Distance account = Distance(IDENTIFIER, FARTHEST), channel = Distance(CHANNEL, FARTHEST)
        cdef Token *token
        cdef Hash ahead
        for number in range(size):
            token = &tokens[number]
            token.behind = step_to(token, &account)
            keys[number * QUESTIONS + 12] = self.key(
                c"l", joined(token.kind, joined(token.behind, step_to(token, &channel)))
            )
            go_on(token, &account)
            go_on(token, &channel)
        account.steps = channel.steps = FARTHEST
        for number in range(size - 1, -1, -1):
            token = &tokens[number]
            ahead = step_to(token, &account)
            keys[number * QUESTIONS + 13] = self.key(c"m", joined(token.kind, joined(ahead, step_to(token, &channel))))
            keys[number * QUESTIONS + 14] = self.key(c"n", joined(ahead, token.behind))
            go_on(token, &account)
            go_on(token, &channel)

    cdef void answer_companies(self, Token *tokens, Py_ssize_t size, uint64_t *keys) noexcept:
        """What stands in the same clause."""
        cdef Py_ssize_t number, began = 0
        cdef uint64_t letters = 0
        cdef int bit
        cdef Hash company
        for number in range(size):
            letters |= tokens[number].letters
            if tokens[number].marks & IDENTIFIER:
                letters |= bit_of(c"I")
            elif tokens[number].marks & SIGN:
                letters |= bit_of(c"E")
            if tokens[number].marks & CLAUSE_END or number == size - 1:
                company = of_letter(c"|")
                for bit in range(64):
                    if letters >> bit & 1:
                        company = joined(company, of_letter(64 + bit))
                letters = 0
                while began <= number:
                    keys[began * QUESTIONS + 15] = self.key(c"q", joined(tokens[began].kind, company))
                    began += 1

    cdef int weigh_edges(self, Token *tokens, Py_ssize_t size, Edge *edges) except -1:
        """What a change of author weighs before each token, and behind the last."""
        cdef Py_ssize_t number
        cdef Token *left
        cdef Token *right
        cdef Hash before, after
        edges[0] = self.first
        for number in range(1, size):
            left, right = &tokens[number - 1], &tokens[number]
            if left.shape_letter == right.shape_letter == c"h":
                edges[number] = both(
                    self.tie_steps[self.step(left.code, right.code)],
                    self.opening_steps[self.step(FULL_STOP, right.code)],
                )
                continue
            before = left.form if apart(left.shape_letter) else left.shape
            after = right.form if apart(right.shape_letter) else right.shape
            edges[number] = both(
                both(self.edge(joined(of_letter(c"p"), joined(before, after))), self.edge(joined(of_letter(c"l"), before))),
                both(
                    self.edge(joined(of_letter(c"r"), after)),
                    self.late_steps[self.step(FULL_STOP, right.code)] if right.shape_letter == c"h" else self.no_opening,
                ),
            )
        if size:
            before, after = joined(of_letter(c"$"), tokens[size - 1].shape), joined(of_letter(c"$"), tokens[size - 1].form)
            edges[size] = both(self.last, both(self.edge(before), self.edge(after)))
        return 0

    cdef list runs(self, Token *tokens, Py_ssize_t size, int *sums, Edge *edges):
        """The runs of foreign tokens on the path with the greatest sum, where identifiers pull towards foreign."""
        cdef Py_ssize_t number, end = -1
        cdef int64_t own = 0, foreign = NEVER, into, out
        cdef bint state
        cdef list found = []
        for number in range(size):
            into, out = own + edges[number].begins, foreign + edges[number].ends
            tokens[number].stays_own, tokens[number].stays_foreign = out <= own, into <= foreign
            own = max(own, out)
            foreign = max(foreign, into) + sums[number] + self.leaning + self.pulled(&tokens[number])
        state = foreign + edges[size].ends > own
        for number in range(size - 1, -1, -1):
            if state and end < 0:
                end = number + 1
            elif not state and end >= 0:
                found.append((number + 1, end))
                end = -1
            state = tokens[number].stays_foreign if state else not tokens[number].stays_own
        if end >= 0:
            found.append((0, end))
        found.reverse()
        return found

    cdef int pulled(self, Token *token) noexcept:
        """How far a token pulls the path."""
        if token.marks & (PULLS | SIGN):
            return self.pull
        return self.weak_pull if token.letters & (bit_of(c"C") | bit_of(c"P")) else 0

    def rows(self, list forms not None, str shapes not None, list starts not None, list ends not None):
        """For each start of a span what it gains with each end behind it.

        Of a start: the token, what speaks for it, and whether a sentence begins there. Of an end: the token behind it, what
        speaks for it, and how well that token begins a sentence.
        """
        cdef Py_ssize_t size = len(forms), first, number
        cdef Behind *behind = <Behind *>PyMem_Malloc((len(ends) + 1) * sizeof(Behind))
        cdef int opens, marks
        cdef uint32_t before
        cdef dict found = {}
        cdef list row
        if behind == NULL:
            raise MemoryError
        try:
            for number in range(len(ends)):
                behind[number].last, behind[number].closes, behind[number].fresh = ends[number]
                self.look_behind(&behind[number], forms, shapes)
            for first, opens, at_a_boundary in starts:
                row = found[first] = []
                before = marks = 0
                if 0 < first <= size and not at_a_boundary:
                    form = forms[first - 1]
                    marks = self.marks.get(form, 0)
                    before = ord(form) if shapes[first - 1] == "h" else 0
                for number in range(len(ends)):
                    if first < behind[number].last:
                        row.append(
                            opens + behind[number].closes
                            + (behind[number].fresh if at_a_boundary else self.joined(before, marks, &behind[number]))
                        )
            return found
        finally:
            PyMem_Free(behind)

    cdef int look_behind(self, Behind *behind, list forms, str shapes) except -1:
        if behind.last < 0 or behind.last > len(forms) or len(shapes) != len(forms):
            raise IndexError("an end outside of the window")
        behind.code = behind.marks = 0
        if behind.last == len(forms):
            behind.code = 1
        elif shapes[behind.last] == "h":
            form = forms[behind.last]
            behind.code, behind.marks = ord(form), self.marks.get(form, 0)
        return 0

    cdef int joined(self, uint32_t before, int marks, Behind *behind) except? -1:
        """How well what stands behind a span goes on with what stands before it."""
        cdef int tie
        if behind.code == 1:
            return self.joins.away
        if marks & COMMA:
            return self.joins.comma
        if behind.code == 0:
            return 0
        if marks & NUMBER and behind.marks & UNIT:
            tie = self.joins.unit
        elif before:
            tie = self.tie(before, behind.code)
        else:
            return 0
        return self.joins.tie * max(self.joins.loosest, min(self.joins.tightest, tie)) // 10 + (
            self.joins.tied if tie >= self.joins.whole else 0
        )
