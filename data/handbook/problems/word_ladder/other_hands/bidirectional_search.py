import sys
from typing import Dict, Set


def mask(word: str):
    for i in range(len(word)):
        yield word[:i] + "*" + word[i + 1 :]


class Side:
    def __init__(self, word: str) -> None:
        self.edge: Set[str] = {word}
        self.seen: Set[str] = {word}

    def advance(self, buckets: Dict[str, Set[str]]) -> None:
        fresh = {near for word in self.edge for pattern in mask(word) for near in buckets.get(pattern, ())}
        self.edge = fresh - self.seen
        self.seen |= self.edge


def meet(begin: str, end: str, words: Set[str]) -> int:
    if end not in words:
        return -1
    buckets: Dict[str, Set[str]] = {}
    for word in words:
        for pattern in mask(word):
            buckets.setdefault(pattern, set()).add(word)
    one, two = Side(begin), Side(end)
    length = 0
    while one.edge and two.edge:
        if len(two.edge) < len(one.edge):
            one, two = two, one
        one.advance(buckets)
        length += 1
        if one.edge & two.edge:
            return length
    return -1


begin, end, _, *rest = sys.stdin.read().split()
print(meet(begin, end, set(rest)))
