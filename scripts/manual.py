"""What the manual takes from the code: tables of settings, commands, the HTTP interface. A hook of MkDocs.

A page asks for one by a line `<!-- made: NAME ARGUMENTS -->`, so that no table is written by hand that could fall
behind the code. After the build every page is searched for what would be loaded from a network: none may.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import typer

from equijudge.cli.main import GROUP, build_app
from equijudge_api.app import create_app
from equijudge_api.settings import Settings
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.signature.features import FAMILIES
from equijudge_sandbox.languages import TOOLCHAINS

MADE = re.compile(r"^<!-- made: (.+?) -->$", re.MULTILINE)
FROM_A_NETWORK = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\bsrc=["']?(?:https?:)?//[^>]*"""
    r"""|<link\b[^>]*\brel=["']?(?:stylesheet|preconnect|icon|preload|modulepreload)\b[^>]*\bhref=["']?(?:https?:)?//[^>]*"""
    r"""|@import\s+[^;]*https?://[^;]*|url\(["']?(?:https?:)?//[^)]*\)"""
    r"""|class=["'][^"']*\bmermaid\b""",  # which the theme draws with a library of a network
    re.IGNORECASE,
)
IN_A_CELL, CODE = re.compile(r"<td\b.*?</td>", re.DOTALL), re.compile(r"<code>[^<]*</code>")
MAY_BREAK = re.compile("[_/](?=.)")
EXAMPLES = re.compile(r"^equijudge [^\n]+(\n\s*equijudge [^\n]+)*\n?", re.MULTILINE)  # lines of a command's help
BLANK_LINES = re.compile(r"\n\s*\n")
ONE_LINE = re.compile(r"[\[{][^\[\]{}]{0,100}[\]}]")  # what is short enough to stand on one line of an example
METHODS = ("get", "put", "post", "delete")
SIZES = (("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10))


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put what is made from the code where a page asks for it; a hook of MkDocs."""
    return fill(markdown)


def on_page_content(html: str, **_: Any) -> str:
    """Mend code in the cells of tables: a bar that Markdown wants escaped there has no backslash, and a long name may
    break behind an underscore or a slash. A hook of MkDocs."""
    return IN_A_CELL.sub(lambda found: CODE.sub(_mend, found[0]), html)


def _mend(code_of_a_cell: re.Match[str]) -> str:
    text = code_of_a_cell[0].removeprefix("<code>").removesuffix("</code>").replace("\\|", "|")
    return "<code>" + MAY_BREAK.sub(r"\g<0><wbr>", text) + "</code>"


def on_post_build(config: Any, **_: Any) -> None:
    """Raise SystemExit when a page would load something from a network; a hook of MkDocs."""
    found = [f"{path}: {what}" for path, what in loads_of_a_network(Path(config["site_dir"]))]
    if found:
        raise SystemExit("the manual loads from a network:\n" + "\n".join(found))


def loads_of_a_network(site: Path) -> Iterator[tuple[Path, str]]:
    """Files of a built manual with the tags in them that load something from a network."""
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".css", ".svg"):
            yield from ((path, found) for found in FROM_A_NETWORK.findall(path.read_text("utf-8")))


def fill(markdown: str) -> str:
    """The page with everything that it asks for."""
    return MADE.sub(lambda found: _make(*found[1].split()), markdown)


def _make(name: str, *arguments: str) -> str:
    return MAKERS[name](*arguments)


def settings_table(dotted: str) -> str:
    """Every setting of a class of settings: its variable, its default, its bounds and what it is."""
    module, name = dotted.rsplit(".", 1)
    settings = getattr(import_module(module), name)
    rows = [
        _setting(settings.model_config["env_prefix"] + field, info) for field, info in settings.model_fields.items()
    ]
    return table(("variable", "default", "bounds", "what it is"), rows)


def _setting(name: str, info: Any) -> tuple[str, ...]:
    default = "*needed*" if info.is_required() else _default(name, info)
    return code(name.upper()), default, ", ".join(_bounds(name, info)), info.description


def _default(name: str, info: Any) -> str:
    if info.default_factory is not None:
        return "one a core"  # of slots, the only one whose default is looked up
    value = info.default
    if hasattr(value, "get_secret_value"):
        value = value.get_secret_value()
    return "" if value in (None, "") else amount(name, value)


def amount(name: str, value: Any) -> str:
    """A number as people read it, with its unit where the name says it."""
    if name.endswith("port") or isinstance(value, bool) or not isinstance(value, (int, float)):
        return code(value)
    if name.endswith("bytes"):
        for unit, size in SIZES:
            if value >= size and value % size == 0:
                return f"{int(value // size)} {unit}"
        return f"{value:,} bytes"
    return f"{value:,g}" + (" s" if name.endswith("_s") and "_per_" not in name else "")


def _bounds(name: str, info: Any) -> Iterator[str]:
    signs = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
    for each in info.metadata:
        for attribute, sign in signs.items():
            if (bound := getattr(each, attribute, None)) is not None:
                yield f"{sign} {amount(name, bound)}"


def commands() -> str:
    """Every command with its help, its arguments and its options."""
    group = typer.main.get_command(build_app(entry_points(group=GROUP)))
    context = group.make_context("equijudge", [], resilient_parsing=True)
    return "\n".join(_commands(group, context, "equijudge"))


def _commands(group: Any, context: Any, prefix: str) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if hasattr(command, "list_commands"):
            yield from _commands(command, context, f"{prefix} {name}")
        else:
            yield _command(command, f"{prefix} {name}")


def _command(command: Any, name: str) -> str:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if _is_shown(each)]
    usage = " ".join([name, *(_usage(each) for each in arguments), *(["[OPTIONS]"] if options else [])])
    rows = [(code(_usage(each)), "", getattr(each, "help", None) or "") for each in arguments]
    rows += [(code(" / ".join([*each.opts, *each.secondary_opts])), _shown(each), each.help or "") for each in options]
    help_text = re.sub(r"\[/?[a-z ]*\]", "", (command.help or "").replace("\b", ""))
    help_text = EXAMPLES.sub(lambda found: "```\n" + BLANK_LINES.sub("\n", found[0].strip()) + "\n```\n", help_text)
    parts = [f"### {name}", f"```\n{usage}\n```", help_text]
    return "\n\n".join([*parts, table(("", "default", ""), rows) if rows else "", ""])


def _is_shown(param: Any) -> bool:
    return param.param_type_name == "option" and param.name != "help" and not param.hidden


def _usage(argument: Any) -> str:
    name = str(argument.metavar or argument.name.upper()) + ("..." if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _shown(option: Any) -> str:
    default = option.default
    if option.required:
        return "*needed*"
    if default is None or default is False or default == () or callable(default):
        return ""
    return code("on" if default is True else getattr(default, "value", default))


def openapi() -> Mapping[str, Any]:
    """The service's OpenAPI document, as `GET /openapi.json` answers it."""
    return create_app(Settings(redis_url="redis://127.0.0.1:6379/0", auth="off")).openapi()


def http() -> str:
    """Every call of the service and every object that it takes or gives."""
    document = openapi()
    calls = [
        _call(method, path, each[method])
        for path, each in document["paths"].items()
        for method in METHODS
        if method in each
    ]
    schemas = [_schema(name, each) for name, each in sorted(document["components"]["schemas"].items())]
    return "\n".join(["## Calls", "", *calls, "## Objects", "", *schemas])


def _call(method: str, path: str, about: Mapping[str, Any]) -> str:
    parts = [
        f"### {method.upper()} {path} {{ #{method}{re.sub('[^a-z]+', '-', path)} }}",
        about.get("description", about.get("summary", "")),
    ]
    parameters = [
        (code(each["name"]), each["in"], kind(each["schema"]), _about(each | each["schema"]))
        for each in about.get("parameters", [])
    ]
    if parameters:
        parts.append(table(("parameter", "in", "type", ""), parameters))
    content = about.get("requestBody", {}).get("content", {}).get("application/json")
    if content:
        parts.append(f"Body: {kind(content['schema'])}")
        parts += [_example(name, each["value"]) for name, each in content.get("examples", {}).items()]
    answers = [(status, _answer(each), cell(each["description"])) for status, each in about["responses"].items()]
    parts.append(table(("status", "answer", ""), answers))
    return "\n\n".join([*parts, ""])


def _example(name: str, value: object) -> str:
    text = ONE_LINE.sub(lambda found: " ".join(found[0].split()), json.dumps(value, indent=2, ensure_ascii=False))
    inner = "\n".join(f"    {line}" for line in f"```json\n{text}\n```".splitlines())
    return f'??? example "{name}"\n\n{inner}'


def _answer(response: Mapping[str, Any]) -> str:
    kinds = [kind(each.get("schema", {})) or code(media) for media, each in response.get("content", {}).items()]
    return ", ".join(kinds)


def _schema(name: str, about: Mapping[str, Any]) -> str:
    needed = set(about.get("required", ()))
    rows = [
        (code(field), kind(each), "*needed*" if field in needed else shown(each.get("default")), _about(each))
        for field, each in about.get("properties", {}).items()
    ]
    values = ", ".join(code(value) for value in about.get("enum", ()))
    listed = table(("field", "type", "default", ""), rows) if rows else values
    return "\n\n".join([f"### {name} {{ #{anchor(name)} }}", about.get("description", ""), listed, ""])


def _about(schema: Mapping[str, Any]) -> str:
    words = {"minimum": "≥", "exclusiveMinimum": ">", "maximum": "≤", "exclusiveMaximum": "<"}
    words |= {"minLength": "length ≥", "maxLength": "length ≤", "minItems": "items ≥", "maxItems": "items ≤"}
    variants = [schema, *(each for each in schema.get("anyOf", ()) if each.get("type") != "null")]
    bounds = [f"{words[key]} {each[key]}" for each in variants for key in words if key in each]
    return "; ".join(
        [*([cell(schema["description"]).rstrip(".")] if "description" in schema else []), *dict.fromkeys(bounds)]
    )


def kind(schema: Mapping[str, Any]) -> str:
    """A schema's type in a few words, with a link where it has a name."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{anchor(name)})"
    if variants := schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf"):
        return " or ".join(dict.fromkeys(kind(each) for each in variants))
    if "enum" in schema:
        return " ".join(code(json.dumps(value)) for value in schema["enum"])
    if "const" in schema:
        return code(json.dumps(schema["const"]))
    if schema.get("type") == "array":
        return f"list of {kind(schema.get('items', {})) or 'anything'}"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"object of {kind(schema['additionalProperties']) or 'anything'}"
    return str(schema.get("type", ""))


def features() -> str:
    """Every feature of signatures by its family: what it means, and a program that has it."""
    lines = []
    for family, members in FAMILIES.items():
        lines += [f"### {family.capitalize()}", ""]
        for feature in members:
            lines += [f'??? example "`{feature.name}` {feature.definition}"', "    ```python"]
            lines += [f"    {line}" for line in feature.example.strip().splitlines()]
            lines += ["    ```", ""]
    return "\n".join(lines)


def anchor(name: str) -> str:
    """Where an object of the HTTP interface is described."""
    return "object-" + re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")


def shown(value: object) -> str:
    """A default in JSON; nothing for null."""
    return "" if value is None else code(json.dumps(value, ensure_ascii=False))


def code(text: object) -> str:
    """In a table's cell, as code."""
    return f"`{cell(str(text))}`" if str(text) else ""


def cell(text: str) -> str:
    """In a table's cell."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;") if text else ""


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    names = list(head)
    lines = [names, ["---"] * len(names), *(list(row) for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def languages() -> str:
    """The table of languages: what each is called, and what is multiplied by its factor."""
    rows = [
        (
            code(each.name),
            each.title,
            ", ".join(map(code, each.aliases)),
            " ".join(map(code, each.extensions)),
            "" if each.dataset is None else str(each.dataset),
            f"{each.time_factor:g}",
        )
        for each in LANGUAGES.values()
    ]
    return table(("name", "what it is", "aliases", "files", "number", "time factor"), rows)


def toolchains() -> str:
    """How programs in each language but Python 3 are compiled and run: the very words, and what is not counted."""
    rows = [
        (
            code(name),
            code(" ".join(each.compile)) if each.compile else "",
            code(" ".join(each.run)) if each.run else "itself",
            amount("own_bytes", each.own_bytes) if each.own_bytes else "",
            amount("slack_bytes", each.slack_bytes) if each.slack_bytes else "",
        )
        for name, each in TOOLCHAINS.items()
    ]
    return table(("name", "compiled by", "run by", "memory of its own", "beyond the limit"), rows)


MAKERS: Mapping[str, Callable[..., str]] = {
    "settings": settings_table,
    "commands": commands,
    "http": http,
    "features": features,
    "languages": languages,
    "toolchains": toolchains,
}
