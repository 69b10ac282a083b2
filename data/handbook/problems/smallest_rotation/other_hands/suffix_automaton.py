from __future__ import annotations

import sys


class State:
    __slots__ = "size", "up", "edges"

    def __init__(self, size: int, up: State | None = None, edges: dict[str, State] | None = None):
        self.size = size
        self.up = up
        self.edges = edges or {}


def append(root: State, end: State, ch: str) -> State:
    new = State(end.size + 1, root)
    at = end
    while at is not None and at.edges.setdefault(ch, new) is new:
        at = at.up
    if at is None:
        return new
    target = at.edges[ch]
    if target.size != at.size + 1:
        copy = State(at.size + 1, target.up, dict(target.edges))
        target.up = copy
        while at is not None and at.edges.get(ch) is target:
            at.edges[ch] = copy
            at = at.up
        target = copy
    new.up = target
    return new


def main() -> None:
    word = sys.stdin.readline().strip()
    root = end = State(0)
    for _ in range(2):
        for ch in word:
            end = append(root, end, ch)
    out = ""
    at = root
    while len(out) < len(word):
        ch, at = min(at.edges.items(), key=lambda edge: edge[0])
        out += ch
    print(out)


main()
