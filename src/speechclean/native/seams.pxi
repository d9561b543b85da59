# What speaks for and against a span beginning at one token and ending at another, as speechclean.judgement.seams tells.

cdef enum:
    BRACKET_PAIRS = 9
    WANTING_WORDS = 16  # at most

cdef struct Span:
    Py_ssize_t first
    Py_ssize_t last

cdef struct Start:
    Py_ssize_t first
    int opens         # what speaks for it
    bint at_a_boundary
    uint32_t before   # what stands before it, if that is Chinese
    uint32_t marks

cdef struct Behind:
    Py_ssize_t last   # an end of a span
    int closes        # what speaks for it
    int fresh         # how well what stands behind it begins a sentence
    uint32_t code     # what stands behind it, if that is Chinese, and 1 for the end of the window
    uint32_t marks

cdef struct Window:
    void *block       # of memory, which holds all that follows
    Token *tokens
    Py_ssize_t size
    int *sums         # what all tokens before each weigh
    Edge *edges
    uint8_t *tried    # which places are
    Start *starts
    Py_ssize_t start_count
    Behind *ends
    Py_ssize_t end_count

cdef struct JoinWeights:
    int tie           # what a tie counts, in tenths
    int tied          # what counts a tie inside a word besides
    int whole         # from here on a tie is inside a word
    int unit          # the tie of a number and its unit
    int loosest
    int tightest
    int away

cdef struct Limits:
    int hangs         # what is left behind, or taken along, costs so much
    int wants
    int word
    int split         # in tenths of a tie
    int halves        # from here on two characters are halves of a word
    int breaks        # a broken bracket
    int doubt         # of ends that are as good but for this much the first is taken,
    int start_doubt   # and of starts the last
    int core          # so many tokens are tried on both sides of the path's ends,
    int reach         # behind its end,
    int tail          # behind the last token that carries the ad,
    int closed_tail
    int name          # in a name,
    int front         # and before the path's start


cdef uint64_t CARRYING = bit_of(c"C") | bit_of(c"P") | bit_of(c"S")  # the classes of words that carry an ad
cdef uint64_t ANY_CLASS = ~<uint64_t>0
cdef uint64_t MATTER = CARRYING | bit_of(c"c") | bit_of(c"A") | bit_of(c"O")  # and of those that belong to one


cdef inline bint holds(Token *tokens, Py_ssize_t first, Py_ssize_t last, uint64_t letters, uint32_t marks) noexcept nogil:
    """Whether a word of these classes or a token with these marks stands there."""
    cdef Py_ssize_t number
    for number in range(first, last):
        if tokens[number].letters & letters or tokens[number].marks & marks:
            return True
    return False


cdef inline bint is_same(Token *one, Token *other) noexcept nogil:
    """Whether two forms are the same. The code alone does not tell: 0 stands for U+0000, and for all longer forms."""
    return one.code == other.code and (one.code or one.form.value == other.form.value)


cdef inline bint parts_account(Window *window, Py_ssize_t last) noexcept nogil:
    """Whether a channel ends there and its account begins, with a blank between them or none."""
    cdef Py_ssize_t before = last - 1, after = last
    if window.tokens[before].shape_letter == c"b":
        before -= 1
    if window.tokens[after].shape_letter == c"b":
        after += 1
    if before < 0 or after >= window.size or not window.tokens[after].marks & ACCOUNT:
        return False
    return window.tokens[before].marks & CHANNEL != 0


cdef class Seams:
    """What seams and limits weigh, and which brackets and signs belong together."""

    cdef Ties ties
    cdef JoinWeights joins
    cdef Limits limits
    cdef uint32_t opening[BRACKET_PAIRS]
    cdef uint32_t closing[BRACKET_PAIRS]
    cdef uint64_t wanting[WANTING_WORDS]
    cdef int wanted
    cdef dict mirrored

    def __cinit__(self, Ties ties, tuple joins, tuple limits, dict pairs, dict mirrored, wanting):
        self.ties, self.mirrored, self.wanted = ties, mirrored, 0
        tie, tied, whole, unit, loosest, tightest, away = joins
        self.joins = JoinWeights(tie, tied, whole, unit, loosest, tightest, away)
        hangs, wants, word, split, halves, breaks, doubt, start_doubt, core, reach, tail, closed_tail, name, front = limits
        self.limits = Limits(
            hangs, wants, word, split, halves, breaks, doubt, start_doubt, core, reach, tail, closed_tail, name, front
        )
        if len(pairs) != BRACKET_PAIRS or len(wanting) > WANTING_WORDS:
            raise ValueError("there is no room for so many pairs or words")
        for number, (left, right) in enumerate(pairs.items()):
            self.opening[number], self.closing[number] = ord(left), ord(right)
        for word in wanting:
            self.wanting[self.wanted] = <uint64_t>ord(word[0]) << 32 | <uint64_t>ord(word[1])
            self.wanted += 1

    cdef uint32_t partner(self, uint32_t code) noexcept:
        """The bracket that closes what this one opens; 0 if it is none."""
        cdef int number
        for number in range(BRACKET_PAIRS):
            if self.opening[number] == code:
                return self.closing[number]
        return 0

    cdef int gain(self, Start *start, Behind *behind) except? -1:
        """What a span gains, before broken brackets are counted."""
        return start.opens + behind.closes + self.going_on(start, behind)

    cdef int look_behind(self, Window *window, Py_ssize_t last, Behind *behind) except -1:
        """What speaks for an end, and how well what stands behind it begins a sentence."""
        cdef Token *token = &window.tokens[last]
        behind.last, behind.code, behind.marks = last, 0, 0
        behind.closes = window.sums[last] + window.edges[last].ends - self.left_open(window, last)
        if last == window.size:
            behind.code, behind.fresh = 1, 0
            return 0
        if token.shape_letter == c"h":
            behind.code, behind.marks = token.code, token.marks
        behind.fresh = self.begins(token - 1, token)
        return 0

    cdef int left_open(self, Window *window, Py_ssize_t last) noexcept:
        """What it costs that an ad's last word, or what it opens, is left behind."""
        cdef Token *final = &window.tokens[last - 1]
        cdef Token *after = &window.tokens[last]
        cdef bint asks = False
        cdef int number
        if final.marks & OPENS:
            return self.limits.hangs
        if last == window.size:
            return 0
        if parts_account(window, last):
            return self.limits.hangs
        if last > 1:
            for number in range(self.wanted):
                asks |= self.wanting[number] == (<uint64_t>(final - 1).code << 32 | final.code)
        if after.marks & NAMED_IN and (
            asks or last == 1 or final.marks & NAMING or final.letters & (bit_of(c"A") | bit_of(c"C"))
        ):
            return self.limits.hangs
        if asks or final.marks & GOES_ON or (after.marks & TO_READERS and final.letters & (bit_of(c"A") | bit_of(c"P"))):
            return self.limits.wants
        return 0

    cdef int begins(self, Token *before, Token *after) except? -1:
        """How well a token begins a sentence that stands behind another."""
        cdef int held
        if after.marks & (HANGING | SIGN):
            return -self.limits.hangs
        if before.shape_letter == after.shape_letter == c"h":
            held = self.ties.tie(before.code, after.code)
            if held >= self.limits.halves:
                return -self.limits.split * held // 10  # exact: ties come in steps of 5
        if after.letters and after.letters != bit_of(c"G") and after.letters != bit_of(c"S"):
            return -self.limits.word
        if after.shape_letter != c"h":
            return 0
        return max(self.joins.loosest, min(self.joins.tightest, self.ties.tie(FULL_STOP, after.code)))

    cdef int going_on(self, Start *start, Behind *behind) except? -1:
        """How well what stands behind a span goes on with what stands before it."""
        cdef int tie
        if start.at_a_boundary:
            return behind.fresh
        if behind.code == 1:
            return self.joins.away
        if behind.code == 0:
            return 0
        if start.marks & NUMBER and behind.marks & UNIT:
            tie = self.joins.unit
        elif start.before:
            tie = self.ties.tie(start.before, behind.code)
        else:
            return 0
        return self.joins.tie * max(self.joins.loosest, min(self.joins.tightest, tie)) // 10 + (
            self.joins.tied if tie >= self.joins.whole else 0
        )

    cdef int broken(self, Window *window, Py_ssize_t first, Py_ssize_t last) noexcept:
        """What a span costs that holds a bracket, a quote or a frame by half."""
        cdef Token *tokens = window.tokens
        cdef int more[BRACKET_PAIRS]  # opened than closed, of each
        cdef int number, halves = 0
        cdef Py_ssize_t place
        memset(more, 0, sizeof(more))
        for place in range(first, last):
            if tokens[place].marks & PAIRED:
                for number in range(BRACKET_PAIRS):
                    more[number] += (self.opening[number] == tokens[place].code) - (self.closing[number] == tokens[place].code)
        for number in range(BRACKET_PAIRS):
            halves += abs(more[number])
        if last < window.size and apart(tokens[first].shape_letter) and is_same(&tokens[first], &tokens[last]):
            return self.limits.breaks * halves + self.limits.hangs
        return self.limits.breaks * halves
