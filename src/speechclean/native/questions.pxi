# The questions of speechclean.judgement.features on each token, and the table of what their answers weigh.

cdef enum:
    QUESTIONS = 16    # asked of each token
    FARTHEST = 9      # the steps of a distance end here

    IDENTIFIER = 1    # of these marks the sets of forms are told, in this order
    STOP = 2
    CLAUSE_END = 4
    PULLS = 8
    NUMBER = 16
    UNIT = 32
    CLOSED = 64       # a span that begins behind it stands at a boundary
    CLOSER = 128
    HANGING = 256
    OPENS = 512
    NAMED_IN = 1024
    BRACKET = 2048
    FULL_STOPS = 4096
    CLAUSE_START = 8192
    GOES_ON = 16384   # behind it the ad goes on
    TO_READERS = 32768
    NAMING = 65536
    ACCOUNT = 131072
    QUOTING = 262144
    PAIRED = 524288
    CHANNEL = 16777216  # from here on they are found out
    SIGN = 33554432     # of shape "e"
    IDENTIFYING = 67108864  # of the shape of an identifier
    CORE = 134217728    # it carries an ad

cdef const char *NEAR = b"0123445667"

cdef enum:
    PLACE = 47    # the 17 bits above it place a key, as scripts/make_weight_table.py does

cdef struct Table:
    const uint64_t *slots
    uint64_t last

cdef struct Token:
    Hash form
    Hash shape
    Hash kind
    Hash behind       # how far the last identifier is
    uint64_t letters  # of its word classes, a bit each
    uint32_t code     # the character, where the form is one
    uint32_t marks
    uint8_t shape_letter
    bint stays_own
    bint stays_foreign

cdef struct Distance:
    uint32_t mark     # what it is the distance to
    int steps


cdef inline Hash step_to(Token *token, Distance *distance) noexcept nogil:
    """How far something is from a token: nothing, if the token is it."""
    if token.marks & distance.mark:
        distance.steps = 0
    return of_letter(NEAR[distance.steps])


cdef inline void go_on(Token *token, Distance *distance) noexcept nogil:
    distance.steps = FARTHEST if token.marks & STOP else min(FARTHEST, distance.steps + 1)


cdef inline uint64_t key(Table *table, uint8_t question, Hash answer) noexcept nogil:
    """Where an answer is looked up; its place in the table is fetched meanwhile."""
    cdef uint64_t key = spread(answer.value ^ (question * BASE))
    fetch(&table.slots[(key >> PLACE) & table.last])
    return key


cdef struct Asked:
    uint64_t answer   # what was asked last of a question
    uint64_t key


cdef inline uint64_t again(Table *table, Asked *asked, uint8_t question, Hash answer) noexcept nogil:
    """The same; in prose most tokens give the same answers to most questions."""
    if asked.key == 0 or asked.answer != answer.value:
        asked.answer, asked.key = answer.value, key(table, question, answer)
    return asked.key


cdef inline int weight(Table *table, uint64_t key) noexcept nogil:
    """What an answer weighs, 0 if it is not listed."""
    cdef uint64_t slot = (key >> PLACE) & table.last, entry
    key = (key << 16) >> 16
    while True:
        entry = table.slots[slot]
        if entry >> 16 == key:
            return <int16_t>(entry & 0xFFFF)
        if entry == 0:
            return 0
        slot = (slot + 1) & table.last


cdef void answer(Table *table, Token *tokens, Py_ssize_t size, uint64_t *keys) noexcept:
    """What stands beside each token, and how many stand before it."""
    cdef Py_ssize_t number
    cdef int since = 0
    cdef Hash pair, three, bar = of_letter(c"|")
    cdef Token *token
    cdef Asked asked[6]
    memset(asked, 0, sizeof(asked))
    for number in range(size):
        token = &tokens[number]
        pair = joined(tokens[number - 1].form, token.form)
        three = joined(joined(tokens[number - 1].shape, token.shape), tokens[number + 1].shape)
        keys[0] = key(table, c"a", token.form)
        keys[1] = key(table, c"b", pair)
        keys[2] = key(table, c"c", joined(token.form, tokens[number + 1].form))
        keys[3] = key(table, c"d", joined(tokens[number - 2].form, pair))
        keys[4] = key(table, c"e", joined(pair, tokens[number + 1].form))
        keys[5] = key(table, c"f", joined(token.form, joined(tokens[number + 1].form, tokens[number + 2].form)))
        keys[6] = again(table, &asked[0], c"g", token.kind)
        keys[7] = again(table, &asked[1], c"h", joined(joined(tokens[number - 1].kind, bar), token.kind))
        keys[8] = again(table, &asked[2], c"i", joined(joined(token.kind, bar), tokens[number + 1].kind))
        keys[9] = again(table, &asked[3], c"j", joined(joined(tokens[number - 2].shape, three), tokens[number + 2].shape))
        keys[10] = again(table, &asked[4], c"k", three)
        keys[11] = again(table, &asked[5], c"o", joined(of_letter(c"0" + since), token.kind))
        since = 0 if token.marks & STOP else min(3, since + 1)
        keys += QUESTIONS


cdef void answer_distances(Table *table, Token *tokens, Py_ssize_t size, uint64_t *keys) noexcept:
    """How far an identifier and a channel are, behind and ahead, within the sentence."""
    cdef Py_ssize_t number
    cdef Distance account = Distance(IDENTIFIER, FARTHEST), channel = Distance(CHANNEL, FARTHEST)
    cdef Token *token
    cdef Hash ahead
    cdef Asked asked[3]
    memset(asked, 0, sizeof(asked))
    for number in range(size):
        token = &tokens[number]
        token.behind = step_to(token, &account)
        keys[number * QUESTIONS + 12] = again(
            table, &asked[0], c"l", joined(token.kind, joined(token.behind, step_to(token, &channel)))
        )
        go_on(token, &account)
        go_on(token, &channel)
    account.steps = channel.steps = FARTHEST
    for number in range(size - 1, -1, -1):
        token = &tokens[number]
        ahead = step_to(token, &account)
        keys[number * QUESTIONS + 13] = again(
            table, &asked[1], c"m", joined(token.kind, joined(ahead, step_to(token, &channel)))
        )
        keys[number * QUESTIONS + 14] = again(table, &asked[2], c"n", joined(ahead, token.behind))
        go_on(token, &account)
        go_on(token, &channel)


cdef void answer_companies(Table *table, Token *tokens, Py_ssize_t size, uint64_t *keys) noexcept:
    """What stands in the same clause."""
    cdef Py_ssize_t number, began = 0
    cdef uint64_t letters = 0
    cdef int bit
    cdef Hash company
    cdef Asked asked
    asked.key = 0
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
                keys[began * QUESTIONS + 15] = again(table, &asked, c"q", joined(tokens[began].kind, company))
                began += 1
