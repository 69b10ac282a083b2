"""Reads YAML that others wrote: plain data, by the safe loader, without what makes little text into much or into
objects. Anchors, aliases and tags are refused."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import AliasEvent, NodeEvent

from equijudge_core.formats.archive import bad

MOST_CHARACTERS = 2 << 20
LONGEST_NUMBER = 400  # characters; 1:2:3:… is a number too, and costs the square of its length


class _Loader(yaml.SafeLoader):
    """The safe loader, refusing what is not plain data."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: object = self.peek_event()  # type: ignore[no-untyped-call]  # the stubs leave it out
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor is not None):
            raise yaml.YAMLError("anchors and aliases are not read")
        if getattr(event, "tag", None) is not None:
            raise yaml.YAMLError("tags are not read")
        return super().compose_node(parent, index)

    def construct_yaml_int(self, node: yaml.ScalarNode) -> int:
        if len(node.value) > LONGEST_NUMBER:
            raise yaml.YAMLError("a number is too long")
        return super().construct_yaml_int(node)


_Loader.add_constructor("tag:yaml.org,2002:int", _Loader.construct_yaml_int)


def load_mapping(text: str, field: str) -> dict[str, Any]:
    """Read a text that holds a mapping from words; an empty one is an empty one. Raises BadProblem."""
    if len(text) > MOST_CHARACTERS:
        raise bad(field, f"is {len(text)} characters long", f"at most {MOST_CHARACTERS}")
    try:
        found = yaml.load(text, _Loader)
    except RecursionError as error:
        raise bad(field, "is nested too deeply") from error
    except (yaml.YAMLError, ValueError, TypeError, OverflowError) as error:
        raise bad(field, f"is no plain YAML: {' '.join(str(error).split())[:200]}") from error
    if found is None:
        return {}
    if not isinstance(found, dict) or not all(isinstance(key, str) for key in found):
        raise bad(field, "must be a mapping from words")
    return found
