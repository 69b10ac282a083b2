"""Nothing that a user can set, see or call is missing from the manual, and it names nothing that is not there."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from pydantic_settings import BaseSettings
from scripts import manual

import equijudge
from equijudge.cli.main import OWN
from equijudge_api.queue.snapshot import Snapshot
from equijudge_api.routes.metrics import expose
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.judging import decisions
from equijudge_core.signature.features import FEATURES
from equijudge_selftest.topics import Topic

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PACKAGES = {
    path.parent.name: path.parent
    for each in ("services/*", "sandbox", "lab")
    for path in ROOT.glob(f"{each}/*/__init__.py")
}
TEXTS = {
    str(path.relative_to(ROOT)): path.read_text("utf-8")
    for path in (
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *DOCS.rglob("*.md"),
        *DOCS.rglob("*.svg"),
        *ROOT.glob("s*/**/README.md"),
    )
}
NAMED_SETTINGS = re.compile(r"\bEQUIJUDGE_[A-Z0-9_]+\b(?!\*)")
OF_THE_HOST = {"EQUIJUDGE_URL", "EQUIJUDGE_API_KEY"}


def page(name: str) -> str:
    """A page of the manual, with what it takes from the code."""
    return manual.fill(TEXTS[f"docs/{name}"])


def settings_classes() -> Iterator[type[BaseSettings]]:
    for package in PACKAGES.values():
        for path in package.rglob("*.py"):
            if re.search(r"^class \w+\(BaseSettings\)", path.read_text("utf-8"), re.MULTILINE):
                yield from classes_of(import_module(".".join(path.relative_to(package.parent).with_suffix("").parts)))


def classes_of(module: ModuleType) -> Iterator[type[BaseSettings]]:
    for each in vars(module).values():
        if isinstance(each, type) and issubclass(each, BaseSettings) and each.__module__ == module.__name__:
            yield each


def variables(settings: type[BaseSettings]) -> list[str]:
    return [f"EQUIJUDGE_{name.upper()}" for name in settings.model_fields]


def compose_variables() -> set[str]:
    return set(re.findall(r"(?<!\$)\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))


def test_every_setting_is_in_the_manual() -> None:
    found = list(settings_classes())
    assert len(found) >= 5
    text = page("settings.md")
    for settings in found:
        assert [name for name in variables(settings) if f"| `{name}` |" not in text] == [], settings


def test_every_setting_of_the_compose_file_is_in_the_manual() -> None:
    text = page("settings.md")
    assert {name for name in compose_variables() - OF_THE_HOST if f"`{name}`" not in text} == set()


def test_no_setting_is_named_that_is_not_there() -> None:
    known = compose_variables().union(*(variables(settings) for settings in settings_classes()))
    wrong = {
        (name, found) for name, text in TEXTS.items() for found in NAMED_SETTINGS.findall(text) if found not in known
    }
    assert wrong == set()


def test_every_metric_is_in_the_manual() -> None:
    nothing: dict[str, Any] = {"at": 0.0, "backlog": 0, "backlog_bytes": 0, "open_chunks": 0, "takeovers": 0}
    shown = expose(Snapshot(**nothing, counts={}, workers=(), steps=[{}] * 60)).decode()
    names = {
        f"{name}{'_total' * (kind == 'counter')}".replace("_total_total", "_total")
        for name, kind in re.findall(r"^# TYPE (\S+) (\S+)$", shown, re.MULTILINE)
    }
    assert len(names) > 20
    named = set(re.findall(r"^\| `(equijudge_\w+)", page("metrics.md"), re.MULTILINE))
    assert named == names


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_in_the_manual(verdict: Verdict) -> None:
    assert f"| `{verdict}` |" in page("verdicts.md")


def test_every_reason_of_a_verdict_is_in_the_manual() -> None:
    source = Path(decisions.__file__).read_text("utf-8")
    reasons = re.findall(r'Verdict\.\w+, f?"([^"{]+)|^[A-Z_]+ = "([^"]+)"$', source, re.MULTILINE)
    found = {(literal or constant).strip() for literal, constant in reasons}
    assert {"cpu time", "cell_lost", "output limit"} <= found
    assert {reason for reason in found if f"`{reason}" not in page("verdicts.md")} == set()


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_of_the_selftest_is_in_the_manual(topic: Topic) -> None:
    assert re.search(rf"^\| .*`{topic}`.* \|", page("security.md"), re.MULTILINE)


def test_every_command_is_in_the_manual() -> None:
    text = page("commands.md")
    groups = {"problems": "problems import", "checker": "checker suggest", "jobs": "jobs list"}
    names = [groups.get(point.name, point.name) for point in OWN] + ["selftest", "train"]
    assert [name for name in names if f"### equijudge {name}\n" not in text] == []


def test_every_public_name_of_the_client_is_in_the_manual() -> None:
    named = set(re.findall(r"^::: equijudge\.(\w+)$", page("python.md"), re.MULTILINE))
    assert named == set(equijudge.__all__)


def test_every_call_of_the_service_is_in_the_manual() -> None:
    text = page("http.md")
    paths = manual.openapi()["paths"]
    calls = [f"### {method.upper()} {path} " for path, each in paths.items() for method in each]
    assert [call for call in calls if call not in text] == []
    assert len(calls) > 20


def test_every_feature_of_signatures_is_in_the_manual() -> None:
    assert [name for name in FEATURES if f'"`{name}` ' not in page("algorithms.md")] == []


def test_every_page_is_in_the_table_of_contents() -> None:
    listed = set(re.findall(r"([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE))
    assert listed == {str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md")}


def test_the_readme_can_be_read_to_its_end() -> None:
    assert len(TEXTS["README.md"].splitlines()) <= 120


def repository() -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    return {path for path in listed if (ROOT / path).exists()}


def places(text: str) -> set[str]:
    """What a text names in code: paths, modules, files."""
    return {word for span in re.findall(r"`([^`\n]+)`", text) for word in span.replace("python -m ", "").split()}


def test_every_file_that_is_named_is_there() -> None:
    files = repository()
    names = {Path(path).name for path in files}
    folders = {str(parent) for path in files for parent in Path(path).parents}
    tops = {path.split("/")[0] for path in files if "/" in path} | set(PACKAGES)
    missing = []
    for source, text in TEXTS.items():
        beside = str(Path(source).parent)
        for place in places(text) | set(re.findall(r">([\w./]+\.(?:py|lua))<", text)):
            found = place.split("::")[0].rstrip("/")
            if re.search(r"[^\w./-]", found) or found.startswith(("/", ".", "docs/lab/")):
                continue
            if "/" in found and found.split("/")[0] in tops:
                package = PACKAGES.get(found.split("/")[0])
                full = str(package.relative_to(ROOT).parent / found) if package else found
                there = {full, f"{beside}/{found}"} & (files | folders)
            elif re.fullmatch(r"[\w-]+(/[\w-]+)+\.(py|lua)", found):
                there = {path for path in files if path.endswith("/" + found)}
            elif re.fullmatch(r"[\w-]+\.(py|lua)", found):
                there = {found} & (names | {"main.py", "a.py", "b.py", "right.py", "wrong.py", "slow.py", "other.py"})
            else:
                continue
            missing += [] if there else [f"{source}: {place}"]
    assert not missing, "\n".join(sorted(missing))


def is_there(dotted: str) -> bool:
    """Whether a package of ours has this module, and the module, or the class in it, this name."""
    package, *parts = dotted.split(".")
    if package not in PACKAGES:
        return (ROOT / package).is_dir() and (ROOT / package / f"{parts[0]}.py").exists()
    place = PACKAGES[package]
    while parts and ((place / parts[0]).is_dir() or (place / f"{parts[0]}.py").exists()):
        name = parts.pop(0)
        place = place / name if (place / name).is_dir() else place / f"{name}.py"
    source = (place / "__init__.py" if place.is_dir() else place).read_text("utf-8")
    return all(
        re.search(
            rf"^\s*(class|def|async def) {name}\b|^\s*{name}\b\s*[:=]|import .*\b{name}\b|^    {name},$",
            source,
            re.MULTILINE,
        )
        for name in parts
    )


def test_every_module_that_is_named_is_there() -> None:
    dotted = re.compile(r"\b((?:equijudge(?:_\w+)?|tests|bench|scripts)(?:\.[A-Za-z_]\w*)+)\b(?![/\w])")
    found = {(source, name) for source, text in TEXTS.items() for name in dotted.findall(text)}
    endings = (".py", ".md", ".json", "equijudge.cell")  # the last is a label of containers
    assert {(source, name) for source, name in found if not name.endswith(endings) and not is_there(name)} == set()
    assert len(found) > 20


def test_every_target_of_make_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text()
    named = {
        target
        for text in TEXTS.values()
        for target in re.findall(
            r"\bmake ([a-z-]+)\b", "\n".join(re.findall(r"`[^`]+`|^\s*make .*$", text, re.MULTILINE))
        )
    }
    assert {target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()
    assert {"demo", "test", "docs", "bench"} <= named


@pytest.mark.parametrize("source", [name for name in TEXTS if not name.startswith("docs/")])
def test_every_link_outside_of_the_manual_leads_somewhere(source: str) -> None:
    """Links of the manual are looked at when it is built."""
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", TEXTS[source])
    assert [link for link in links if "://" not in link and not ((ROOT / source).parent / link).exists()] == []


@pytest.mark.parametrize(
    "line",
    [
        '<script src="https://cdn.example/a.js"></script>',
        "<script async src=//cdn.example/a.js></script>",
        '<link rel="stylesheet" href="https://fonts.example/css">',
        "@import url(https://fonts.example/css);",
        ".a { background: url('http://pictures.example/a.png') }",
        '<img alt="" src="https://pictures.example/a.png">',
        '<pre class="mermaid">',
    ],
)
def test_what_would_be_loaded_from_a_network_is_found(tmp_path: Path, line: str) -> None:
    (tmp_path / "page.html").write_text(f'<a href="https://example.org">a link is no load</a>\n{line}\n')
    assert len(list(manual.loads_of_a_network(tmp_path))) == 1


def test_the_manual_is_strict() -> None:
    assert yaml.safe_load((ROOT / "mkdocs.yml").read_text())["strict"] is True
