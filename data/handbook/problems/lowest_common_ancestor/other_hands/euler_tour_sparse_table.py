import sys
from typing import List, Tuple


class LCA:
    def __init__(self, kids: List[List[int]]) -> None:
        self.kids = kids
        self.seen_at = [-1] * len(kids)
        self.height: List[int] = []
        self.who: List[int] = []
        self.travel(0, 0)
        self.log = [0, 0]
        for i in range(2, len(self.who) + 1):
            self.log.append(self.log[i // 2] + 1)
        base = list(zip(self.height, self.who))
        self.rows: List[List[Tuple[int, int]]] = [base]
        for j in range(self.log[len(base)]):
            below = self.rows[j]
            self.rows.append(list(map(min, below, below[1 << j :])))

    def travel(self, v: int, h: int) -> None:
        self.seen_at[v] = len(self.who)
        self.visit(v, h)
        for w in self.kids[v]:
            self.travel(w, h + 1)
            self.visit(v, h)

    def visit(self, v: int, h: int) -> None:
        self.who.append(v)
        self.height.append(h)

    def ask(self, u: int, v: int) -> int:
        lo = min(self.seen_at[u], self.seen_at[v])
        hi = max(self.seen_at[u], self.seen_at[v]) + 1
        j = self.log[hi - lo]
        row = self.rows[j]
        one, two = row[lo], row[hi - (1 << j)]
        return one[1] if one < two else two[1]


def main() -> None:
    n, q = map(int, input().split())
    kids: List[List[int]] = [[] for _ in range(n)]
    for i, b in enumerate(input().split()):
        kids[int(b) - 1].append(i + 1)
    lca = LCA(kids)
    for _ in range(q):
        u, v = input().split()
        print(lca.ask(int(u) - 1, int(v) - 1) + 1)


main()
