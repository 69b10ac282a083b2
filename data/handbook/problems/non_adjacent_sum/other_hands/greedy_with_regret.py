import sys
from heapq import heapify, heappop, heappush


def main():
    n, *w = map(int, sys.stdin.read().split())
    never = -(10**7)
    gain = {0: never, n + 1: never}
    gain.update(enumerate(w, 1))
    before = {i: i - 1 for i in range(1, n + 2)}
    after = {i: i + 1 for i in range(0, n + 1)}
    heap = [(-g, i) for i, g in gain.items()]
    heapify(heap)
    alive = set(gain)
    total = 0
    fresh = n + 2
    while True:
        g, i = heappop(heap)
        if i not in alive:
            continue
        if g >= 0:
            break
        total -= g
        p, q = before.get(i), after.get(i)
        alive -= {p, i, q}
        gain[fresh] = gain[p] + gain[q] - gain[i]
        pp, qq = before.get(p), after.get(q)
        if pp is not None:
            before[fresh] = pp
            after[pp] = fresh
        if qq is not None:
            after[fresh] = qq
            before[qq] = fresh
        alive.add(fresh)
        heappush(heap, (-gain[fresh], fresh))
        fresh += 1
    print(total)


main()
