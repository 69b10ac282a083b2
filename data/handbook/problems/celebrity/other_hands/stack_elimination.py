from typing import List


class Guests:
    def __init__(self) -> None:
        self.count = int(input())
        self.table: List[List[int]] = [[int(z) for z in input().split()] for _ in range(self.count)]

    def knows(self, a: int, b: int) -> int:
        return self.table[a - 1][b - 1]

    def survivor(self) -> int:
        pile = [*range(self.count, 0, -1)]
        while True:
            first = pile.pop()
            if not pile:
                return first
            second = pile.pop()
            pile.append(second if self.knows(first, second) else first)

    def celebrity(self) -> int:
        s = self.survivor()
        for p in range(1, self.count + 1):
            if p == s:
                continue
            if self.knows(s, p) or not self.knows(p, s):
                return -1
        return s


print(Guests().celebrity())
