import sys


class Blocks:
    """Disjoint blocks of neighbours; knows how many subarrays they hold in all."""

    def __init__(self, n):
        self.parent = [-1] * n  # -1: not there yet
        self.length = [1] * n
        self.subarrays = 0

    def find(self, i):
        if self.parent[i] != i:
            self.parent[i] = self.find(self.parent[i])
        return self.parent[i]

    def add(self, i):
        self.parent[i] = i
        self.subarrays += 1
        for j in (i - 1, i + 1):
            if 0 <= j < len(self.parent) and self.parent[j] != -1:
                self.union(i, j)

    def union(self, i, j):
        i, j = self.find(i), self.find(j)
        if self.length[i] < self.length[j]:
            i, j = j, i
        self.subarrays += self.length[i] * self.length[j]
        self.parent[j] = i
        self.length[i] += self.length[j]


def main():
    n = int(sys.stdin.readline())
    numbers = list(map(int, sys.stdin.readline().split()))
    blocks = Blocks(n)
    answer = 0
    for value, position in sorted(((x, i) for i, x in enumerate(numbers)), reverse=True):
        before = blocks.subarrays
        blocks.add(position)
        answer += value * (blocks.subarrays - before)
    print(answer)


if __name__ == "__main__":
    main()
