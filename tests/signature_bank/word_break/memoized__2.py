import sys


class Solver:
    def __init__(self, words):
        self.words = words
        self.memo = {"": 1}

    def count(self, rest: str) -> int:
        if rest in self.memo:
            return self.memo[rest]
        total = sum(self.count(rest[len(word) :]) for word in self.words if rest.startswith(word))
        self.memo[rest] = total
        return total


lines = sys.stdin.read().splitlines()
print(Solver(lines[1].split()).count(lines[0]))
