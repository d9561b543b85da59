# What each token of a window weighs, and each border between two authors, as speechclean.judgement.tagger sums it.

cdef enum:
    FIRST_STEP = 94   # the step of the loosest tie; the tightest has 106
    STEPS = 13
    NEAR_TIE = 300    # a tie counts up to this many hundredths, either way

cdef inline Edge both(Edge one, Edge other) noexcept nogil:
    return Edge(one.begins + other.begins, one.ends + other.ends)


cdef inline bint is_identifier(uint8_t shape) noexcept nogil:
    return shape == c"n" or shape == c"l" or shape == c"k" or shape == c"d"


cdef inline bint apart(uint8_t shape) noexcept nogil:
    """Whether the tokens of a shape are told apart at borders."""
    return shape == c"p" or shape == c"e"


cdef class Weigher:
    """The learned weights, and what else the sums need to know."""

    cdef bytes held
    cdef Table table
    cdef Ties ties
    cdef dict marks
    cdef uint8_t marked[256]   # whether a character that ends in these bits has marks
    cdef Edge first, last, no_opening
    cdef Edge tie_steps[STEPS]
    cdef Edge opening_steps[STEPS]
    cdef Edge late_steps[STEPS]

    def __cinit__(self, bytes table not None, tell, dict marks not None, *_):
        self.held, self.marks = table, marks
        self.open(<const uint64_t *>PyBytes_AS_STRING(table), PyBytes_GET_SIZE(table))
        self.ties = Ties(tell)
        for form, mark in marks.items():
            if len(form) == 1:
                self.marked[ord(form) & 255] = 1
        self.first, self.last = self.edge(of_letter(c"^")), self.edge(of_letter(c"$"))
        self.no_opening = self.edge(of_string("t0"))
        for step in range(STEPS):
            self.tie_steps[step] = self.edge(of_string(f"h{FIRST_STEP + step}"))
            self.opening_steps[step] = self.edge(of_string(f"s{FIRST_STEP + step}"))
            self.late_steps[step] = self.edge(of_string(f"t{FIRST_STEP + step}"))

    cdef int open(self, const uint64_t *words, Py_ssize_t size) except -1:
        cdef uint64_t slots = words[1] if size > 8 * HEAD and words[0] == MADE_BY else 0
        if slots == 0 or slots & (slots - 1) or <uint64_t>size != 8 * (HEAD + slots):
            raise ValueError("this is no table of weights for this machine")
        self.table = Table(words + HEAD, slots - 1)
        return 0

    cdef Edge edge(self, Hash answer) noexcept:
        return Edge(weight(&self.table, key(&self.table, c"<", answer)), weight(&self.table, key(&self.table, c">", answer)))

    cdef int step(self, uint32_t left, uint32_t right) except -1:
        """Which step the tie of two characters is."""
        return (max(-NEAR_TIE, min(NEAR_TIE, self.ties.tie(left, right))) * 2 + 10_000) // 100 - FIRST_STEP

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
                token.marks |= SIGN | CORE if token.code >= 128 else SIGN
            elif is_identifier(token.shape_letter):
                token.marks |= IDENTIFYING | CORE
            if letters & CARRYING:
                token.marks |= CORE
            if letters & (bit_of(c"C") | bit_of(c"c")):
                token.marks |= CHANNEL
        return 0

    cdef void weigh(self, Token *tokens, Py_ssize_t size, uint64_t *keys, int *sums) noexcept:
        """Answer the questions on each token, and sum up what the answers weigh to each."""
        cdef Py_ssize_t number, place
        cdef int last[QUESTIONS]
        answer(&self.table, tokens, size, keys)
        answer_distances(&self.table, tokens, size, keys)
        answer_companies(&self.table, tokens, size, keys)
        sums[0] = 0
        for number in range(size):
            sums[number + 1] = sums[number]
            for place in range(QUESTIONS):
                if number == 0 or keys[place] != keys[place - QUESTIONS]:
                    last[place] = weight(&self.table, keys[place])
                sums[number + 1] += last[place]
            keys += QUESTIONS

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
