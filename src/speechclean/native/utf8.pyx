# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Decodes UTF-8 as `bytes.decode` does, sixteen bytes at a time where the processor can put them in another order.

It takes texts of sequences of up to three bytes, of which one at least is no Latin-1; all others, and all that is wrong, it
leaves to `bytes.decode`.
"""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_CheckExact, PyBytes_GET_SIZE
from cpython.unicode cimport PyUnicode_DATA
from libc.stdint cimport uint8_t, uint16_t
from libc.string cimport memchr

cdef extern from "Python.h":
    str PyUnicode_New(Py_ssize_t size, Py_UCS4 largest)

cdef extern from *:
    """
    #if defined(__x86_64__) && defined(__GNUC__)
    #include <immintrin.h>
    #define IS_ABLE __builtin_cpu_supports("ssse3")
    #define SHUFFLING __attribute__((target("ssse3")))
    #define AT(place) _mm_loadu_si128((const __m128i *)(place))

    /* How many characters begin in some bytes: all that do not go on with one, which are the signed ones below -64. */
    static Py_ssize_t begun(const uint8_t *data, Py_ssize_t size) {
        Py_ssize_t at = 0, count = 0, stop;
        while (at + 16 <= size) {
            __m128i sums = _mm_setzero_si128();
            stop = size - at > 255 * 16 ? at + 255 * 16 : size;
            for (; at + 16 <= stop; at += 16)
                sums = _mm_sub_epi8(sums, _mm_cmpgt_epi8(AT(data + at), _mm_set1_epi8(-65)));
            sums = _mm_sad_epu8(sums, _mm_setzero_si128());
            count += _mm_cvtsi128_si64(sums) + _mm_cvtsi128_si64(_mm_srli_si128(sums, 8));
        }
        for (; at < size; at++) count += (int8_t)data[at] > -65;
        return count;
    }

    /* Write the sequences of three bytes that stand at a place, four at a time; tells how many. */
    SHUFFLING static Py_ssize_t threes(const uint8_t *data, Py_ssize_t size, uint16_t *text, Py_ssize_t room, int *wrong) {
        const __m128i apart = _mm_setr_epi8(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1);
        const __m128i close = _mm_setr_epi8(0, 1, 4, 5, 8, 9, 12, 13, -1, -1, -1, -1, -1, -1, -1, -1);
        __m128i wide, fits, top, ill = _mm_setzero_si128();
        Py_ssize_t made = 0;
        unsigned fit;
        for (; 3 * made + 16 <= size && made + 4 <= room; made += 4) {
            wide = _mm_shuffle_epi8(AT(data + 3 * made), apart);
            fits = _mm_cmpeq_epi32(_mm_and_si128(wide, _mm_set1_epi32(0xF0C0C0)), _mm_set1_epi32(0xE08080));
            fit = _mm_movemask_ps(_mm_castsi128_ps(fits));
            wide = _mm_maddubs_epi16(_mm_and_si128(wide, _mm_set1_epi32(0x0F3F3F)), _mm_set1_epi32(0x014001));
            wide = _mm_madd_epi16(wide, _mm_set1_epi32(0x10000001));
            top = _mm_and_si128(wide, _mm_set1_epi32(0xF800));  /* 0 in what two bytes could say, D800 in a surrogate */
            top = _mm_or_si128(_mm_cmpeq_epi32(top, _mm_setzero_si128()), _mm_cmpeq_epi32(top, _mm_set1_epi32(0xD800)));
            ill = _mm_or_si128(ill, _mm_and_si128(top, fits));
            _mm_storel_epi64((__m128i *)(text + made), _mm_shuffle_epi8(wide, close));
            if (fit != 15) {
                made += __builtin_ctz(~fit);
                break;
            }
        }
        *wrong |= _mm_movemask_epi8(ill);
        return made;
    }

    /* Write the ASCII that stands at a place, sixteen at a time; tells how many. */
    static Py_ssize_t plain(const uint8_t *data, Py_ssize_t size, uint16_t *text, Py_ssize_t room) {
        Py_ssize_t made = 0;
        unsigned other;
        for (; made + 16 <= size && made + 16 <= room; made += 16) {
            __m128i raw = AT(data + made);
            other = _mm_movemask_epi8(raw);
            _mm_storeu_si128((__m128i *)(text + made), _mm_unpacklo_epi8(raw, _mm_setzero_si128()));
            _mm_storeu_si128((__m128i *)(text + made + 8), _mm_unpackhi_epi8(raw, _mm_setzero_si128()));
            if (other) {
                made += __builtin_ctz(other);
                break;
            }
        }
        return made;
    }
    #else
    #define IS_ABLE 0
    #define begun(data, size) 0
    #define threes(data, size, text, room, wrong) 0
    #define plain(data, size, text, room) 0
    #endif
    """
    bint IS_ABLE
    Py_ssize_t begun(const uint8_t *data, Py_ssize_t size) noexcept
    Py_ssize_t threes(const uint8_t *data, Py_ssize_t size, uint16_t *text, Py_ssize_t room, int *wrong) noexcept
    Py_ssize_t plain(const uint8_t *data, Py_ssize_t size, uint16_t *text, Py_ssize_t room) noexcept

cdef enum:
    SHORT = 64  # fewer bytes are decoded sooner than they are looked at
    FOUR = 0xF0  # begins nearly all sequences of four bytes: the emoji, and rare Chinese


def is_able():
    """Whether this processor can."""
    return IS_ABLE


def decoded(data not None):
    """The text of bytes in UTF-8; raises UnicodeDecodeError for others."""
    cdef const uint8_t *raw
    cdef Py_ssize_t size, count
    cdef str text
    if not PyBytes_CheckExact(data) or PyBytes_GET_SIZE(data) < SHORT or not IS_ABLE:
        return data.decode()
    raw, size = <const uint8_t *>PyBytes_AS_STRING(data), PyBytes_GET_SIZE(data)
    if memchr(raw, FOUR, size) != NULL:
        return data.decode()
    count = begun(raw, size)
    if count == size:
        return data.decode()
    text = PyUnicode_New(count, 0xFFFF)
    return text if write(raw, size, <uint16_t *>PyUnicode_DATA(text), count) else data.decode()


cdef bint write(const uint8_t *data, Py_ssize_t size, uint16_t *text, Py_ssize_t count) noexcept:
    """Write so many characters; tells whether that is all, nothing is wrong, and one of them is no Latin-1."""
    cdef Py_ssize_t at = 0, made = 0, run
    cdef int wrong = 0, length, seen = 0
    while made < count:
        if data[at] >= 0xE0:
            run = threes(data + at, size - at, text + made, count - made, &wrong)
            at, made, seen = at + 3 * run, made + run, seen | 0x800 * (run > 0)
        elif data[at] < 0x80:
            run = plain(data + at, size - at, text + made, count - made)
            at, made = at + run, made + run
        else:
            run = 0
        if run == 0:
            length = read(data + at, size - at, text + made)
            if length == 0:
                return False
            seen |= text[made]
            at, made = at + length, made + 1
    return at == size and not wrong and seen > 0xFF


cdef inline int read(const uint8_t *data, Py_ssize_t size, uint16_t *letter) noexcept:
    """Read one character of up to three bytes, and tell how many; 0 for others."""
    cdef int first = data[0]
    if first < 0x80:
        letter[0] = first
        return 1
    if first < 0xC2 or first >= FOUR or size < 2 or data[1] & 0xC0 != 0x80:
        return 0
    if first < 0xE0:
        letter[0] = (first & 0x1F) << 6 | data[1] & 0x3F
        return 2
    if size < 3 or data[2] & 0xC0 != 0x80:
        return 0
    letter[0] = (first & 0x0F) << 12 | (data[1] & 0x3F) << 6 | data[2] & 0x3F
    return 3 if letter[0] >= 0x800 and letter[0] & 0xF800 != 0xD800 else 0
