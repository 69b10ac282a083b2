"""The programs of a Kattis or ICPC package: its output validator or interactor, and its submissions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from equijudge_core.contracts.checkers import FLAGS
from equijudge_core.contracts.own_checker import MOST_FILES
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.formats.archive import Files, as_text, bad, below
from equijudge_core.formats.kattis_config import Config
from equijudge_core.formats.packages import FAILURES, PackageProgram
from equijudge_core.formats.reading import refuse
from equijudge_core.formats.yaml_text import load_mapping
from equijudge_core.judging.languages import LANGUAGES

CPP = "cpp20"  # what a package's C++ is compiled as: the newest that is here, since Kattis' own is newer still
BY_ENDING = {ending: name for name, each in LANGUAGES.items() for ending in each.extensions}
BY_ENDING |= {ending: CPP for ending, name in BY_ENDING.items() if name == "cpp17"}
BY_ENDING |= {".C": CPP, ".py3": "python3"}
MOST_VALIDATION_S, MOST_VALIDATION_MIB = 60.0, 2048.0
CRASHES = frozenset({Verdict.RE, Verdict.MLE, Verdict.OLE})  # what judges of packages call a run-time error
LABELS = {
    "accepted": frozenset({Verdict.AC}),
    "wrong_answer": frozenset({Verdict.WA}),
    "time_limit_exceeded": frozenset({Verdict.TLE}),
    "run_time_error": CRASHES,
    "partially_accepted": FAILURES,
    "rejected": FAILURES,
    "brute_force": FAILURES - {Verdict.WA} | {Verdict.AC},
}
CODES = {"AC": LABELS["accepted"], "WA": LABELS["wrong_answer"], "TLE": LABELS["time_limit_exceeded"], "RTE": CRASHES}
SCRIPTS = ("build", "run")


def default_validator(flags: Sequence[str]) -> dict[str, Any]:
    """The comparison that the default validator makes with these flags. Raises BadProblem."""
    found: dict[str, Any] = {"name": "kattis"}
    left = list(flags)
    while left:
        flag = left.pop(0)
        if flag not in FLAGS["kattis"]:
            raise bad("validator_flags", f"the default validator has no flag {flag[:60]!a}", ", ".join(FLAGS["kattis"]))
        if not flag.endswith("tolerance"):
            found[flag] = True
            continue
        value = left.pop(0) if left else ""
        try:
            found[flag] = float(value)
        except ValueError:
            raise bad("validator_flags", f"{flag} is followed by {value[:60]!a}, and not by a number") from None
    return found


def read_validator(files: Files, config: Config, flags: Sequence[str]) -> dict[str, Any]:
    """The column of the package's own validator. Raises BadProblem, UnsupportedProblem."""
    if config.is_legacy:
        folder = "output_validators"
        tops = {name.split("/")[0] for name in below(files, folder)}
        if not tops:
            raise bad(folder, "is missing, and validation is custom")
        if len(tops) > 1:
            refuse(folder, f"{len(tops)} validators that must all accept are not supported")
        top = next(iter(tops))
        own = below(files, f"{folder}/{top}") or {top: files[f"{folder}/{top}"]}
    else:
        folder, own = "output_validator", below(files, "output_validator")
    source, language, beside = _one_program(own, folder, config)
    return {
        "protocol": "kattis",
        "source": source,
        "language": language,
        "files": beside,
        "flags": list(flags),
        **({"validation_passes": config.passes} if config.passes > 1 else {}),
        "time_limit_s": min(config.validation_s, MOST_VALIDATION_S),
        "memory_limit_bytes": int(min(config.validation_mib, MOST_VALIDATION_MIB)) << 20,
    }


def _one_program(own: Files, folder: str, config: Config) -> tuple[str, str, dict[str, str]]:
    """The program in a folder, its language, and the files beside it."""
    for name in own:
        if name in SCRIPTS:
            refuse(f"{folder}/{name}", "programs with a script of their own to build or run them are not supported")
        if "/" in name:
            refuse(f"{folder}/{name}", "folders beside a program are not supported")
    programs = [name for name in own if _ending(name) in BY_ENDING]
    if not programs:
        refuse(folder, "no program there is in a language that is known here")
    if len(programs) > 1:
        refuse(folder, f"{len(programs)} files of one program are not supported: {', '.join(sorted(programs))[:200]}")
    if len(own) > MOST_FILES:
        refuse(folder, f"{len(own)} files are too many: at most {MOST_FILES}")
    main = programs[0]
    beside = {name: config.fill_in(as_text(own, name)) for name in own if name != main}
    return config.fill_in(as_text(own, main)), BY_ENDING[_ending(main)], beside


def read_submissions(files: Files, config: Config) -> tuple[PackageProgram, ...]:
    """Read the submissions, folder by folder, in the order of their names. Raises BadProblem."""
    given = below(files, "submissions")
    rules = _rules(given)
    units: dict[str, dict[str, bytes]] = {}
    for name in sorted(given):
        parts = name.split("/")
        if len(parts) > 1:
            units.setdefault("/".join(parts[:2]), {})["/".join(parts[2:]) or parts[-1]] = given[name]
    order = list(LABELS)
    known = [path for path in units if path.split("/")[0] in LABELS or _rule(path, rules)]
    known.sort(key=lambda path: (order.index(label) if (label := path.split("/")[0]) in LABELS else 99, path))
    return tuple(_submission(path, units[path], files, config, _rule(path, rules)) for path in known)


def _submission(path: str, own: Files, files: Files, config: Config, rule: Mapping[str, Any]) -> PackageProgram:
    label = path.split("/")[0]
    expected = _expected(label, rule)
    programs = [name for name in own if _ending(name) in BY_ENDING]
    name = programs[0] if programs else ""
    fault = ""
    if not programs:
        fault = "its language is not known here"
    elif len(own) > 1:
        fault = "several files of one program are not supported"
    language = BY_ENDING.get(_ending(name), "")
    source = config.fill_in(own[name].decode("utf-8", "surrogateescape")) if name else ""
    if not fault and not source.isprintable() and any("\udc80" <= each <= "\udcff" for each in source):
        source, fault = source.encode("utf-8", "replace").decode(), "it is not UTF-8"
    if language == "python3" and config.is_legacy and "python2" in source.partition("\n")[0]:
        language = "python2"
    if not fault and (extra := _included(files, language)):
        fault = f"{extra} lies beside it, which is not supported"
    use = rule.get("use_for_time_limit")
    return PackageProgram(
        path=path,
        label=label,
        language=language,
        source=source,
        expected=expected,
        sets_limit=use == "lower" or (use is None and label == "accepted"),
        fault=fault,
    )


def _expected(label: str, rule: Mapping[str, Any]) -> frozenset[Verdict]:
    """What a submission may get: what its folder says, unless submissions.yaml says otherwise."""
    found = LABELS.get(label, frozenset(Verdict))
    for key in ("permitted", "required"):
        codes = rule.get(key)
        if codes is not None:
            codes = [codes] if isinstance(codes, str) else codes
            if not isinstance(codes, list) or not all(isinstance(code, str) and code in CODES for code in codes):
                raise bad(f"submissions/submissions.yaml: {key}", f"must be of {', '.join(CODES)}")
            said = frozenset[Verdict]().union(*(CODES[code] for code in codes))
            found = said if key == "permitted" or "permitted" not in rule else found & said
    return found


def _rules(given: Files) -> dict[str, Mapping[str, Any]]:
    if "submissions.yaml" not in given:
        return {}
    found = load_mapping(as_text(given, "submissions.yaml"), "submissions/submissions.yaml")
    if not all(isinstance(each, Mapping) for each in found.values()):
        raise bad("submissions/submissions.yaml", "must say for each pattern what holds")
    return found


def _rule(path: str, rules: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for pattern, rule in rules.items():
        if len(pattern) < 200 and fnmatchcase(path, pattern):
            found |= rule
    return found


def _included(files: Files, language: str) -> str:
    """The first file that the package lays beside submissions in this language."""
    families = {"cpp20": "cpp", "python3": "python3", "pypy3": "python3"}
    folders = (f"include/{families.get(language, language)}/", "include/default/")
    return next((name for name in files if name.startswith(folders)), "")


def _ending(name: str) -> str:
    stem, point, ending = name.rpartition(".")
    return point + ending if stem else ""
