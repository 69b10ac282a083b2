"""The code with which HumanEval+ and MBPP+ judge a call, written for a cell: nothing of it is run here.

Rules, as evalplus has them. Equal is right. Where the expected value is a float, or a list of such, or the task has a
tolerance: the same type, the same length, and every number within atol + 1e-7 times the expected one; atol is 1e-6
where the task says none. Some tasks have rules of their own: order and repeats do not count (SET_TASKS), only whether
there is a value (NOT_NONE_TASKS), and five others. An object of the candidate's own, whose every comparison would
be the candidate's to say, is no value.
"""

from __future__ import annotations

SET_TASKS = (
    *("similar_elements", "find_char_long", "common_in_nested_lists", "extract_singly", "larg_nnum"),
    *("intersection_array", "find_dissimilar", "Diff"),
)
NOT_NONE_TASKS = ("check_str", "text_match_three", "text_starta_endb")

_CODE = """
import copy as _copy

_REFERENCE = {"__name__": "reference"}
exec(compile(%(reference)r, "reference", "exec"), _REFERENCE)
_wanted_of = _REFERENCE[%(entry)r]
_ATOL, _RTOL = %(atol)r, 1e-7


_PLAIN = (type(None), bool, int, float, complex, str, bytes)


def _is_plain(value):
    if type(value) in (list, tuple, set, frozenset):
        return all(map(_is_plain, value))
    if type(value) is dict:
        return all(_is_plain(key) and _is_plain(each) for key, each in value.items())
    return type(value) in _PLAIN


def _are_floats(value):
    if isinstance(value, (list, tuple)):
        return bool(value) and all(isinstance(each, float) for each in value)
    return isinstance(value, float)


def _is_near(got, wanted, atol):
    if isinstance(wanted, (list, tuple)):
        if not isinstance(got, (list, tuple)) or len(got) != len(wanted):
            return False
        return all(_is_near(one, other, atol) for one, other in zip(got, wanted))
    if not isinstance(wanted, (int, float, complex)) or not isinstance(got, (int, float, complex)):
        return False
    return got == wanted or abs(got - wanted) <= atol + _RTOL * abs(wanted)


def _is_right(got, wanted, arguments):
%(special)s
    if got == wanted:
        return True
    atol = _ATOL or (1e-6 if _are_floats(wanted) else 0)
    return atol != 0 and type(got) is type(wanted) and _is_near(got, wanted, atol)


def _check_call(candidate, arguments):
    wanted = _wanted_of(*_copy.deepcopy(arguments))
    got = candidate(*_copy.deepcopy(arguments))
    assert %(any)r or _is_plain(got), "a value is expected, and no object of the program's own"
    try:
        is_right = _is_right(got, wanted, arguments)
    except (TypeError, ValueError, OverflowError, ArithmeticError):
        is_right = False
    assert is_right, "another value is expected"
"""

_SET = "    return set(got) == set(wanted)"
_NOT_NONE = """\
    wanted = wanted is not None
    return got == wanted if isinstance(got, bool) else wanted == (got is not None)"""
_SPECIAL = {
    **dict.fromkeys(SET_TASKS, _SET),
    **dict.fromkeys(NOT_NONE_TASKS, _NOT_NONE),
    "are_equivalent": "    return True",
    "sum_div": "    if got == 0:\n        return True",
    "find_zero": """\
    return abs(sum(each * got**power for power, each in enumerate(arguments[0]))) <= _ATOL""",
    "surface_Area": """\
    side, height = arguments
    slanted = round(side**2 + 2 * side * ((side / 2) ** 2 + height**2) ** 0.5)
    if abs(got - slanted) <= _ATOL:
        return True""",
    "digit_distance_nums": """\
    one, other = (str(each) for each in arguments)
    width = max(len(one), len(other))
    if got == sum(abs(int(a) - int(b)) for a, b in zip(one.zfill(width), other.zfill(width))):
        return True""",
}


def comparison_code(reference: str, entry: str, atol: float) -> str:
    """The code common to all tests of a task: _check_call(candidate, arguments)."""
    special = _SPECIAL.get(entry, "    pass")
    whole = {"reference": reference, "entry": entry, "atol": atol, "special": special, "any": entry in NOT_NONE_TASKS}
    return _CODE % whole
