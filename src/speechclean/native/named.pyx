# cython: language_level=3
"""Makes named tuples without calling a function of Python's: half the time, or less.

A class is called by its `tp_vectorcall` where it has one; without it Python packs the arguments, looks for `__new__`,
and runs that.
"""

from cpython.object cimport PyObject
from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_SET_ITEM

cdef extern from *:
    """
    #define speed_up(kind, make) (((PyTypeObject *)(kind))->tp_vectorcall = (make))
    #define empty(kind, size) (((PyTypeObject *)(kind))->tp_alloc((PyTypeObject *)(kind), (size)))
    #define own(kind, name) PyDict_GetItemWithError(((PyTypeObject *)(kind))->tp_dict, (name))
    #define called(kind, given, named) (Py_TYPE(kind)->tp_call((kind), (given), (named)))
    """
    ctypedef object (*maker)(PyObject *, PyObject **, size_t, PyObject *)
    void speed_up(object kind, maker make)
    object empty(PyObject *kind, Py_ssize_t size)
    PyObject *own(PyObject *kind, object name) except? NULL
    object called(PyObject *kind, object given, object named)

cdef extern from "Python.h":
    Py_ssize_t PyVectorcall_NARGS(size_t given)
    PyObject *PyTuple_GET_ITEM(PyObject *items, Py_ssize_t place)
    Py_ssize_t PyTuple_GET_SIZE(PyObject *items)
    PyObject *PyDict_GetItemWithError(PyObject *items, PyObject *key) except? NULL

cdef str FIELDS = "_fields", DEFAULTS = "_field_defaults"


def quicken(type kind not None):
    """Let a class of named tuples be called without its `__new__`, which still refuses what is wrong."""
    if not issubclass(kind, tuple) or type(vars(kind).get(FIELDS)) is not tuple or type(vars(kind).get(DEFAULTS)) is not dict:
        raise TypeError(f"{kind.__name__} is no class of named tuples")
    speed_up(kind, made)


cdef object made(PyObject *kind, PyObject **given, size_t flags, PyObject *names):
    """A named tuple of what was given by place and by name, and of the defaults."""
    cdef PyObject *fields = own(kind, FIELDS)
    cdef Py_ssize_t size = PyTuple_GET_SIZE(fields), count = PyVectorcall_NARGS(flags), number
    cdef Py_ssize_t named = PyTuple_GET_SIZE(names) if names != NULL else 0
    if count > size:
        return refused(kind, given, count, names)
    cdef object tuple_made = empty(kind, size)
    for number in range(count):
        put(tuple_made, number, given[number])
    for number in range(named):
        if not put_named(tuple_made, fields, PyTuple_GET_ITEM(names, number), given[count + number]):
            return refused(kind, given, count, names)
    if count + named < size and not put_defaults(tuple_made, fields, own(kind, DEFAULTS), count):
        return refused(kind, given, count, names)
    return tuple_made


cdef inline void put(object made, Py_ssize_t place, PyObject *value):
    Py_INCREF(<object>value)
    PyTuple_SET_ITEM(made, place, <object>value)


cdef bint put_named(object made, PyObject *fields, PyObject *name, PyObject *value):
    """Put a value in its field; tells whether there is one that is empty. Names are known by where they are kept."""
    cdef Py_ssize_t place
    for place in range(PyTuple_GET_SIZE(fields)):
        if PyTuple_GET_ITEM(fields, place) == name:
            if PyTuple_GET_ITEM(<PyObject *>made, place) != NULL:
                return False
            put(made, place, value)
            return True
    return False


cdef bint put_defaults(object made, PyObject *fields, PyObject *defaults, Py_ssize_t place) except -1:
    """Fill the empty fields; tells whether all could be."""
    cdef PyObject *value
    for place in range(place, PyTuple_GET_SIZE(fields)):
        if PyTuple_GET_ITEM(<PyObject *>made, place) == NULL:
            value = PyDict_GetItemWithError(defaults, PyTuple_GET_ITEM(fields, place))
            if value == NULL:
                return False
            put(made, place, value)
    return True


cdef object refused(PyObject *kind, PyObject **given, Py_ssize_t count, PyObject *names):
    """What `__new__` says to arguments that are too few, too many, or unknown."""
    cdef Py_ssize_t number
    cdef tuple words = <tuple>names if names != NULL else ()
    by_place = tuple([<object>given[number] for number in range(count)])
    return called(kind, by_place, {word: <object>given[count + number] for number, word in enumerate(words)})
