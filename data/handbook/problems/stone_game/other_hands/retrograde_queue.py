import sys
from collections import deque

it = iter(sys.stdin.read().split())
k, q = int(next(it)), int(next(it))
takes = [int(next(it)) for _ in range(k)]
piles = [int(next(it)) for _ in range(q)]

TOP = 20
ways_out = {p: len([t for t in takes if t <= p]) for p in range(TOP + 1)}
verdict = {}
queue = deque()


def settle(pile, name):
    verdict[pile] = name
    queue.append(pile)


for p, ways in ways_out.items():
    if ways == 0:
        settle(p, "second")
while queue:
    p = queue.popleft()
    bigger = [p + t for t in takes if p + t <= TOP and p + t not in verdict]
    if verdict[p] == "second":
        for b in bigger:
            settle(b, "first")
    else:
        for b in bigger:
            ways_out[b] -= 1
            if not ways_out[b]:
                settle(b, "second")
print("\n".join(verdict[p] for p in piles))
