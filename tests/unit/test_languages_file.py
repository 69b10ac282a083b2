"""An operator's languages: a good file adds to both tables, a bad one is refused with every fault by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from equijudge_core.judging.languages import LANGUAGES
from equijudge_sandbox.languages import PATH, TOOLCHAINS
from equijudge_verifier.languages_file import MIB, read_languages
from equijudge_verifier.settings import Settings

PERL = """
[perl]
title = "Perl 5"
aliases = ["pl", "perl5"]
extensions = [".pl"]
time_factor = 2.5
exception = '^(Died|Out of memory)'
out_of_memory = ["Out of memory"]
version = ["perl", "-e", "print $^V"]
canary = "print 42"
source = "main.pl"
compile = ["perl", "-c", "main.pl"]
run = ["perl", "main.pl"]
environment = ["PERL_HASH_SEED=0"]
own_mib = 8
slack_mib = 4
root = ["perl", "-e", "print 1"]
etc = ["/etc/perl"]
"""
BASH = '[bash]\ntitle = "Bash"\nversion = ["bash", "--version"]\nsource = "main.sh"\nrun = ["bash", "main.sh"]\n'
CANARY = 'canary = "echo 42"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "languages.toml"
    path.write_text(text)
    return path


def faults(folder: Path, text: str) -> list[str]:
    path = written(folder, text)
    with pytest.raises(ValueError, match=r"languages\.toml") as caught:
        read_languages(path)
    lines = str(caught.value).split("\n")
    assert all(line.startswith(f"{path}: ") for line in lines)
    return [line.removeprefix(f"{path}: ") for line in lines]


def settings(**said: object) -> Settings:
    return Settings(redis_url="redis://", driver="local", **said)  # type: ignore[arg-type]


def test_both_halves_of_a_language_are_read(tmp_path: Path) -> None:
    found = read_languages(written(tmp_path, PERL))
    perl, steps = found.languages["perl"], found.toolchains["perl"]
    assert (perl.title, perl.aliases, perl.extensions, perl.time_factor) == ("Perl 5", ("pl", "perl5"), (".pl",), 2.5)
    assert perl.exception_in(b"x\nDied at main.pl line 3.\n") == "Died"
    assert perl.out_of_memory == ("Out of memory",)
    assert (steps.source, steps.program, steps.compile) == ("main.pl", "main.pl", ("perl", "-c", "main.pl"))
    assert steps.run == ("perl", "main.pl")
    assert steps.environment == (f"PATH=/opt/toolchains/perl/bin:{PATH}", "PERL_HASH_SEED=0")
    assert (steps.root, steps.etc) == (("perl", "-e", "print 1"), ("/etc/perl",))
    assert (steps.own_bytes, steps.slack_bytes, steps.canary) == (8 * MIB, 4 * MIB, "print 42")


def test_what_need_not_be_said_has_its_default(tmp_path: Path) -> None:
    found = read_languages(written(tmp_path, BASH + CANARY))
    bash, steps = found.languages["bash"], found.toolchains["bash"]
    assert (bash.time_factor, bash.exception, bash.dataset) == (1.0, None, None)
    assert (steps.program, steps.compile, steps.own_bytes) == ("main.sh", (), 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no language is in it"),
        ("[perl", "is no TOML: "),
        ("bash = 3", "bash: must be a table, [bash]"),
        ('["Bash 5"]\n' + BASH.split("\n", 1)[1] + CANARY, "[Bash 5]: a name is of a-z"),
        (BASH, "[bash] canary: Field required"),
        (BASH + CANARY + "flags = 3", "[bash] flags: Extra inputs"),
        (BASH + CANARY + "time_factor = 0", "[bash] time_factor: Input should be greater than 0"),
        (BASH + CANARY + 'compile = ["bash", 3]', "[bash] compile[1]: Input should be a valid string"),
        (BASH + CANARY + 'extensions = ["sh"]', "[bash] extensions[0]: 'sh' must begin with a dot"),
        (BASH + CANARY + 'extensions = [".py"]', "[bash] extensions: '.py' is python3's already"),
        (BASH + CANARY + 'aliases = ["c++"]', "[bash] aliases: 'c++' is cpp17 already"),
        (BASH + CANARY + 'aliases = ["Sh"]', "[bash] aliases: 'Sh' must be in lower case"),
        (BASH + CANARY + 'exception = "("', "[bash] exception: is no regular expression"),
        (BASH + CANARY + 'exception = "x"', "[bash] exception: must have a group"),
        (BASH + CANARY + 'out_of_memory = ["x"]', "[bash] out_of_memory: needs `exception`"),
        (BASH + CANARY + 'program = "program"', "[bash] program: nothing makes 'program'"),
        (BASH + CANARY + 'environment = ["HOME"]', "[bash] environment[0]: 'HOME' must be NAME=VALUE"),
        (BASH + CANARY + 'etc = ["/etc/../root"]', "[bash] etc[0]: '/etc/../root' must be in /etc"),
        (BASH.replace("main.sh\"]", "{memory}\"]") + CANARY, "[bash] run: {memory} stands for nothing"),
        (BASH.replace('"main.sh"\n', '"input.txt"\n') + CANARY, "[bash] source: 'input.txt' may be a problem's"),
        (BASH.replace('"main.sh"\n', '"../main.sh"\n') + CANARY, "[bash] source: String should match"),
        (BASH.replace('run = ["bash", "main.sh"]\n', "") + CANARY, "[bash] run: a source that is not compiled"),
        ("".join(BASH.replace("[bash]", f"[{name}]") + CANARY + 'aliases = ["sh"]\n' for name in ("bash", "dash")),
         "[dash] aliases: 'sh' is bash already"),
        (BASH.replace("[bash]", "[rust]") + CANARY, "[rust] name: 'rust' is rust already"),
    ],
)  # fmt: skip
def test_a_fault_names_language_and_field(tmp_path: Path, text: str, said: str) -> None:
    assert any(fault.startswith(said) for fault in faults(tmp_path, text)), faults(tmp_path, text)


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    text = PERL.replace("2.5", "-1").replace('"main.pl"\ncompile', '"a/b"\ncompile') + BASH + 'flags = "x"\n'
    named = {fault.partition(":")[0] for fault in faults(tmp_path, text)}
    assert named == {"[perl] time_factor", "[perl] source", "[bash] canary", "[bash] flags"}


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"nowhere\.toml: cannot be read: No such file"):
        read_languages(tmp_path / "nowhere.toml")


def test_settings_add_to_both_tables_and_to_the_factors(tmp_path: Path) -> None:
    made = settings(languages_file=written(tmp_path, PERL))
    assert set(made.languages()) == {*LANGUAGES, "perl"}
    assert set(made.toolchains()) == {*TOOLCHAINS, "perl"}
    assert made.rules().time_factors["perl"] == 2.5


def test_settings_refuse_a_bad_file_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match=r"\[bash\] canary") as caught:
        settings(languages_file=written(tmp_path, BASH), time_factors={"bash": 2})
    assert [error["loc"] for error in caught.value.errors()] == [("languages_file",)]


@pytest.mark.parametrize(
    ("said", "factors"),
    [('{"java": 2.5}', {"java": 2.5}), ('{"C++": 2, "pl": 4}', {"cpp17": 2.0, "perl": 4.0}), ("{}", {})],
)
def test_factors_may_be_others_by_any_name_of_a_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, factors: dict[str, float]
) -> None:
    monkeypatch.setenv("EQUIJUDGE_TIME_FACTORS", said)
    rules = settings(languages_file=written(tmp_path, PERL)).rules()
    table = {**{name: each.time_factor for name, each in LANGUAGES.items()}, "perl": 2.5}
    assert rules.time_factors == {**table, **factors}


def test_the_older_setting_of_pythons_factor_still_counts_where_the_newer_says_nothing() -> None:
    assert settings(time_factor_python3=1).rules().time_factors["python3"] == 1.0
    assert settings(time_factor_python3=1, time_factors={"py": 2}).rules().time_factors["python3"] == 2.0
    assert settings().rules().time_factors["python3"] == 3.0


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("java=2", "is no JSON"),
        ("[1]", "must be a JSON object"),
        ('{"cobol": 2}', "'cobol' is no language; there are python3"),
        ('{"java": 0}', "java: 0 must be a number above 0"),
        ('{"java": "2"}', "java: '2' must be a number"),
        ('{"java": true}', "java: True must be a number"),
        ('{"java": NaN}', "java: nan must be a number"),
        ('{"cpp": 1, "c++": 2}', "cpp17 is named twice"),
    ],
)
def test_factors_that_make_no_sense_are_refused_at_the_start(
    monkeypatch: pytest.MonkeyPatch, said: str, fault: str
) -> None:
    monkeypatch.setenv("EQUIJUDGE_TIME_FACTORS", said)
    with pytest.raises(ValidationError) as caught:
        settings()
    (error,) = caught.value.errors()
    assert error["loc"] == ("time_factors",)
    assert fault in error["msg"]
