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

EPILOGUE = "\n\nimport dmoj._judge as _judge\n_judge.judge(check)\n"

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
_JUDGE = f'''
import json
import sys

from dmoj.result import CheckerResult


def judge(check):
    given, got, answer = (open(name, "rb").read() for name in ("input", "output", "answer"))
    arguments = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {{}}
    about = dict(
        submission_source=b"", judge_input=given, point_value={POINTS}, case_position=0, batch=0,
        submission_language="", binary_data=False, execution_time=0.0, problem_id="", case=None, result=None,
    )
    try:
        found = check(got, answer, **{{**about, **arguments}})
    except UnicodeError as error:
        found = CheckerResult(False, 0, "invalid unicode: " + type(error).__name__)
    if not isinstance(found, CheckerResult):
        found = CheckerResult(bool(found), {POINTS} if found else 0)
    told = dict(passed=found.passed, points=found.points)
    for name in ("feedback", "extended_feedback"):
        text = getattr(found, name)
        text = text.decode("utf-8", "backslashreplace") if isinstance(text, bytes) else str(text or "")
        told[name] = text[:4096]
    with open("{RESULT}", "w") as file:
        json.dump(told, file)
'''
_ONE_BUILTIN = "from dmoj.checkers._builtin import {} as check\n"
# A file where Python would make a folder of compiled modules: to remove that costs a test more than it gives.
NO_CACHE = "__pycache__"
BUILTIN = {name: name for name in ("standard", "identical", "easy", "rstripped", "unordered")} | {"sorted": "sorted_"}
FILES = tuple(
    (f"dmoj/{name}", text.encode())
    for name, text in {
        "__init__.py": "",
        "_judge.py": _JUDGE,
        "result.py": _RESULT,
        "error.py": _ERROR,
        "utils/__init__.py": "",
        "utils/unicode.py": _UNICODE,
        "checkers/__init__.py": "",
        "checkers/_builtin.py": _BUILTIN,
        **{f"{folder}{NO_CACHE}": "" for folder in ("", "utils/", "checkers/")},
        **{f"checkers/{name}.py": _ONE_BUILTIN.format(function) for name, function in BUILTIN.items()},
    }.items()
)


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
