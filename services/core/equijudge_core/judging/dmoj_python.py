r"""DMOJ's checkers in Python: a function `check(process_output, judge_output, **kwargs)` in the source, on bytes.

EPILOGUE stands behind the source and calls it; FILES are as much of the package `dmoj` as such sources import: results,
text, errors, and the built-in checkers that are one comparison of bytes. All of it runs in the cell, none of it here.
What the function gives is told in a file, RESULT, since a checker may print: `passed`, its points of POINTS, feedback,
each in JSON. A Unicode error in it is a wrong answer, as there; any other ends the checker, which is the judges' fault.
"""

from __future__ import annotations

import json

from equijudge_core.judging.checker_runs import CheckerVerdict, Ruling, Run, fault, of_share, show, unknown_exit

RESULT = "dmoj-result.json"
POINTS = 100  # that a test is worth, as the checker is told: its points are a share of these

_RESULT = """
class CheckerResult:
    def __init__(self, passed, points, feedback=None, extended_feedback=None):
        if not isinstance(passed, bool) or not isinstance(points, (int, float)):
            raise TypeError("a CheckerResult has a bool and a number")
        self.passed, self.points = passed, points
        self.feedback, self.extended_feedback = feedback, extended_feedback


class Result:
    AC, WA, RTE, TLE, MLE, IR, SC, OLE, IE, CE = 0, 1, 2, 4, 8, 16, 32, 64, 1 << 30, 1 << 31
"""
_ERROR = """
class InternalError(Exception):
    pass
"""
_UNICODE = """
def utf8bytes(text):
    return text if text is None or isinstance(text, (bytes, bytearray)) else str(text).encode("utf-8")


def utf8text(data, errors="strict"):
    return data.decode("utf-8", errors) if isinstance(data, (bytes, bytearray)) else data
"""
# Lines as in `standard`: where one side has a line break between two tokens the other has one, too.
_BUILTIN = """
import re
from collections import Counter

_TOKEN = re.compile(rb"[^ \\t\\n\\r\\v\\f]+")


def _lines(data):
    split = (_TOKEN.findall(line) for line in data.replace(b"\\r", b"\\n").split(b"\\n"))
    return [line for line in split if line]


def standard(process_output, judge_output, **kwargs):
    return _lines(process_output) == _lines(judge_output)


def identical(process_output, judge_output, pe_allowed=True, **kwargs):
    return process_output == judge_output


def easy(process_output, judge_output, **kwargs):
    one, other = (Counter(b"".join(_TOKEN.findall(data)).lower()) for data in (process_output, judge_output))
    return one == other


def rstripped(process_output, judge_output, **kwargs):
    one, other = (re.split(rb"[\\r\\n]", data.rstrip()) for data in (process_output, judge_output))
    return [line.rstrip() for line in one] == [line.rstrip() for line in other]


def sorted_(process_output, judge_output, split_on="lines", **kwargs):
    if split_on == "whitespace":
        return unordered(process_output, judge_output)
    return sorted(_lines(process_output)) == sorted(_lines(judge_output))


def unordered(process_output, judge_output, **kwargs):
    return Counter(_TOKEN.findall(process_output)) == Counter(_TOKEN.findall(judge_output))
"""
# Behind the source, where it is compiled with it once: a module beside it would be compiled for every test. That it
# names json has that imported before any test starts. Whoever never imported CheckerResult returns none.
EPILOGUE = f'''

def _judge_one(check):
    import json
    import sys

    given, got, answer = (open(name, "rb").read() for name in ("input", "output", "answer"))
    arguments = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {{}}
    about = dict(
        submission_source=b"", judge_input=given, point_value={POINTS}, case_position=0, batch=0,
        submission_language="", binary_data=False, execution_time=0.0, problem_id="", case=None, result=None,
    )
    try:
        found = check(got, answer, **{{**about, **arguments}})
    except UnicodeError as error:
        found, told = None, dict(passed=False, points=0, feedback="invalid unicode: " + type(error).__name__)
    else:
        results = sys.modules.get("dmoj.result")
        if results is not None and isinstance(found, results.CheckerResult):
            told = dict(passed=found.passed, points=found.points, feedback=found.feedback)
        else:
            told = dict(passed=bool(found), points={POINTS} if found else 0, feedback=None)
    told["extended_feedback"] = getattr(found, "extended_feedback", None)
    for name in ("feedback", "extended_feedback"):
        text = told[name]
        text = text.decode("utf-8", "backslashreplace") if isinstance(text, bytes) else str(text or "")
        told[name] = text[:4096]
    with open("{RESULT}", "w") as file:
        file.write(json.dumps(told))


_judge_one(check)
'''
_ONE_BUILTIN = "from dmoj.checkers._builtin import {} as check\n"
BUILTIN = {name: name for name in ("standard", "identical", "easy", "rstripped", "unordered")} | {"sorted": "sorted_"}
_MODULES = {
    "dmoj.result": _RESULT,
    "dmoj.error": _ERROR,
    "dmoj.utils": "",
    "dmoj.utils.unicode": _UNICODE,
    "dmoj.checkers": "",
    "dmoj.checkers._builtin": _BUILTIN,
    **{f"dmoj.checkers.{name}": _ONE_BUILTIN.format(function) for name, function in BUILTIN.items()},
}
# The package is one file, which makes its modules when they are imported: to lay and find a file of each would cost a
# test more than most checkers do.
_PACKAGE = f"""
import sys

_MODULES = {_MODULES!r}
_PACKAGES = {{name.rpartition(".")[0] for name in _MODULES}}


class _Finder:
    def find_spec(self, name, path=None, target=None):
        return type(__spec__)(name, self, is_package=name in _PACKAGES) if name in _MODULES else None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(compile(_MODULES[module.__name__], module.__name__, "exec"), vars(module))


sys.meta_path.insert(0, _Finder())
"""
# A file where Python would make a folder of compiled modules: to remove that costs a test more than it gives.
NO_CACHE = "__pycache__"
FILES = (("dmoj/__init__.py", _PACKAGE.encode()), (f"dmoj/{NO_CACHE}", b""))


def read_dmoj_python(run: Run) -> CheckerVerdict:
    """By the file that the epilogue writes; what it says is a claim all the same."""
    said = show(run.stderr) or show(run.stdout)
    if run.exit_code != 0:
        return unknown_exit(run, said)
    try:
        told = json.loads(run.left.get(RESULT) or b"")
        passed, points = told["passed"], float(told["points"])
        message = show("\n".join(filter(None, (str(told["feedback"]), str(told["extended_feedback"])))))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return fault("the checker ended before it gave a result", said)
    if not isinstance(passed, bool) or not 0 <= points <= POINTS:
        return fault(f"the checker gives {points:g} of {POINTS} points", message)
    if not passed:
        return CheckerVerdict(Ruling.REJECTED, "", points / POINTS, share=True, message=message)
    partial = of_share(points / POINTS, message)
    return partial if points else CheckerVerdict(Ruling.PARTIAL, "", 0.0, share=True, message=message)
