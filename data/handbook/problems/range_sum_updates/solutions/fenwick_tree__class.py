import sys
from typing import List


class FenwickTree:
    def __init__(self, values: List[int]) -> None:
        self.size = len(values)
        self.tree = [0] + values
        for i in range(1, self.size + 1):
            parent = i + (i & -i)
            if parent <= self.size:
                self.tree[parent] += self.tree[i]

    def update(self, index: int, delta: int) -> None:
        while index <= self.size:
            self.tree[index] += delta
            index += index & (-index)

    def query(self, left: int, right: int) -> int:
        """Sum of the positions left to right, from 1, both included."""
        total = 0
        while right >= left:
            total += self.tree[right]
            right -= right & -right
        left -= 1
        while left > right:
            total -= self.tree[left]
            left -= left & -left
        return total


input = sys.stdin.readline
n, q = map(int, input().split())
tree = FenwickTree(list(map(int, input().split())))
for _ in range(q):
    op, x, y = input().split()
    if op == "+":
        tree.update(int(x), int(y))
    else:
        print(tree.query(int(x), int(y)))
