from __future__ import annotations
import sys
from typing import Iterator


class Decomposition:
    """Cuts a graph into chains (ears); edges in no chain are bridges."""

    def __init__(self, n: int, edges: list[tuple[int, int]]) -> None:
        self.incident: list[list[int]] = [[] for _ in range(n)]
        self.edges = edges
        for e, (a, b) in enumerate(edges):
            self.incident[a].append(e)
            self.incident[b].append(e)
        self.up: dict[int, int | None] = {}
        for v in range(n):
            if v not in self.up:
                self.search(v)

    def other(self, e: int, v: int) -> int:
        a, b = self.edges[e]
        return b if v == a else a

    def search(self, root: int) -> None:
        self.up[root] = None
        stack = [(root, iter(self.incident[root]))]
        while stack:
            v, rest = stack[-1]
            e = next(rest, None)
            if e is None:
                stack.pop()
                continue
            w = self.other(e, v)
            if w not in self.up:
                self.up[w] = e
                stack.append((w, iter(self.incident[w])))

    def chains(self) -> Iterator[list[int]]:
        tree = set(self.up.values())
        rank = {v: k for k, v in enumerate(self.up)}
        touched: set[int] = set()
        for v in self.up:
            for e in self.incident[v]:
                w = self.other(e, v)
                if e in tree or rank[w] < rank[v]:
                    continue
                touched.add(v)
                chain = [e]
                while w not in touched:
                    touched.add(w)
                    chain.append(self.up[w])
                    w = self.other(self.up[w], w)
                yield chain


def main() -> None:
    n, m, *ends = map(int, sys.stdin.read().split())
    edges = [(a - 1, b - 1) for a, b in zip(ends[::2], ends[1::2])]
    print(m - sum(len(chain) for chain in Decomposition(n, edges).chains()))


if __name__ == "__main__":
    main()
