import sys

NEVER = 1 << 30


class MinTree:
    def __init__(self, lo: int, hi: int) -> None:
        self.lo, self.hi = lo, hi
        self.value = NEVER
        self.left = self.right = None
        if lo < hi:
            mid = (lo + hi) // 2
            self.left = MinTree(lo, mid)
            self.right = MinTree(mid + 1, hi)

    def put(self, index: int, value: int) -> None:
        if value < self.value:
            self.value = value
        if self.left is not None:
            child = self.left if index <= self.left.hi else self.right
            child.put(index, value)

    def least(self, lo: int, hi: int) -> int:
        if hi < self.lo or self.hi < lo:
            return NEVER
        if lo <= self.lo and self.hi <= hi:
            return self.value
        return min(self.left.least(lo, hi), self.right.least(lo, hi))


def main() -> None:
    data = sys.stdin.buffer.read().split()
    n = int(data[0])
    reach = [min(n - 1, i + int(word)) for i, word in enumerate(data[1:])]
    tree = MinTree(0, n - 1)
    tree.put(n - 1, 0)
    answer = 0
    for i in reversed(range(n - 1)):
        answer = NEVER
        if reach[i] > i:
            answer = min(NEVER, tree.least(i + 1, reach[i]) + 1)
        tree.put(i, answer)
    print(answer if answer != NEVER else -1)


main()
