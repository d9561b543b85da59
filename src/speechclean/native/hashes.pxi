# The hashes of strings, each put together from those of its parts; scripts/make_weight_table.py knows the same numbers.

cdef extern from *:
    """
    #if defined(__GNUC__) || defined(__clang__)
    #define fetch(place) __builtin_prefetch(place)
    #else
    #define fetch(place) ((void)(place))
    #endif
    """
    void fetch(const void *place) noexcept nogil

cdef uint64_t BASE = 0x9E3779B97F4A7C15
cdef uint64_t SPREAD = 0xD6E8FEB86659FD93

cdef struct Hash:
    uint64_t value
    uint64_t power    # BASE to the power of the length


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
