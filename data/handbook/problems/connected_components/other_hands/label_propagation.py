import sys
from collections import defaultdict


class Party:
    def __init__(self, n, pairs):
        self.friends = defaultdict(list)
        for a, b in pairs:
            self.friends[a].append(b)
            self.friends[b].append(a)
        self.badge = {p: p for p in range(1, n + 1)}

    def one_round(self):
        moved = 0
        for p in self.badge:
            top = max([self.badge[f] for f in self.friends[p]], default=0)
            if top > self.badge[p]:
                self.badge[p] = top
                moved += 1
        return moved

    def groups(self):
        while self.one_round():
            pass
        return len(set(self.badge.values()))


numbers = list(map(int, sys.stdin.read().split()))
pairs = zip(numbers[2::2], numbers[3::2])
print(Party(numbers[0], pairs).groups())
