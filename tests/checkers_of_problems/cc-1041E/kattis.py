"""Exit status 42 where the tree gives the pairs, or there is none and none is said; else 43."""

import os
import sys


def pair_of(beside, u, v):
    """The largest vertices on both sides of an edge."""
    largest = []
    for start, other in ((u, v), (v, u)):
        seen, waiting = {start, other}, [start]
        top = start
        while waiting:
            vertex = waiting.pop()
            top = max(top, vertex)
            for after in beside[vertex] - seen:
                seen.add(after)
                waiting.append(after)
        largest.append(top)
    return tuple(sorted(largest))


def judge(given, answer, words):
    n, *numbers = map(int, given.split())
    pairs = sorted(zip(numbers[::2], numbers[1::2], strict=True))
    if words[:1] == ["NO"]:
        if len(words) > 1:
            return "more than NO"
        return "" if answer.split() == ["NO"] else "there is a tree"
    if words[:1] != ["YES"]:
        return "neither YES nor NO"
    if len(words) != 2 * n - 1:
        return f"{len(words) - 1} numbers for {n - 1} edges"
    if not all(word.isascii() and word.isdigit() and len(word) < 5 and 1 <= int(word) <= n for word in words[1:]):
        return "a vertex that is not there"
    ends = list(map(int, words[1:]))
    edges = list(zip(ends[::2], ends[1::2], strict=True))
    beside = [set() for _ in range(n + 1)]
    for u, v in edges:
        beside[u].add(v)
        beside[v].add(u)
    seen, waiting = {1}, [1]
    while waiting:
        found = beside[waiting.pop()] - seen
        seen |= found
        waiting += found
    if len(seen) < n:
        return "no tree"
    return "" if sorted(pair_of(beside, u, v) for u, v in edges) == pairs else "another list of pairs"


def main():
    with open(sys.argv[1]) as given, open(sys.argv[2]) as answer:
        wrong = judge(given.read(), answer.read(), sys.stdin.buffer.read().decode("ascii", "replace").split())
    with open(os.path.join(sys.argv[3], "judgemessage.txt"), "w") as message:
        message.write(wrong)
    sys.exit(43 if wrong else 42)


main()
