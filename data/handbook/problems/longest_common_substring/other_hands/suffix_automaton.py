import sys
from dataclasses import dataclass, field
from typing import Dict, List


@dataclass
class Automaton:
    maxlen: List[int] = field(default_factory=lambda: [0, -1])
    suf: List[int] = field(default_factory=lambda: [1, 1])
    go: List[Dict[str, int]] = field(default_factory=lambda: [{}, {}])
    tail: int = 0

    ROOT = 0
    BOTTOM = 1

    def fresh(self, depth, edges, suffix):
        self.maxlen.append(depth)
        self.go.append(edges)
        self.suf.append(suffix)
        return len(self.go) - 1

    def split(self, p, ch):
        """State reached from p by ch, made to hold exactly the words of length <= maxlen[p] + 1."""
        q = self.go[p][ch]
        if self.maxlen[q] == self.maxlen[p] + 1:
            return q
        twin = self.fresh(self.maxlen[p] + 1, self.go[q].copy(), self.suf[q])
        self.suf[q] = twin
        while p != self.BOTTOM and self.go[p].get(ch) == q:
            self.go[p][ch] = twin
            p = self.suf[p]
        return twin

    def extend(self, ch):
        node = self.fresh(self.maxlen[self.tail] + 1, {}, self.ROOT)
        p, self.tail = self.tail, node
        while p != self.BOTTOM:
            if ch in self.go[p]:
                self.suf[node] = self.split(p, ch)
                break
            self.go[p][ch] = node
            p = self.suf[p]


def matches(auto, text):
    state, size = auto.ROOT, 0
    for ch in text:
        while state != auto.ROOT and ch not in auto.go[state]:
            state = auto.suf[state]
            size = auto.maxlen[state]
        if ch in auto.go[state]:
            state, size = auto.go[state][ch], size + 1
        yield size


word, other = sys.stdin.read().split()
sam = Automaton()
for letter in word:
    sam.extend(letter)
print(max(matches(sam, other)))
