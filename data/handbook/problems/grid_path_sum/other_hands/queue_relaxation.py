import sys
from collections import deque


def spread(toll, w, total):
    best = [None] * total
    best[0] = toll[0]
    waiting, queued = deque([0]), {0}
    while waiting:
        k = waiting.popleft()
        queued.remove(k)
        targets = [k + w] if k + w < total else []
        if (k + 1) % w:
            targets.append(k + 1)
        for t in targets:
            offer = best[k] + toll[t]
            if best[t] is not None and best[t] <= offer:
                continue
            best[t] = offer
            if t not in queued:
                queued.add(t)
                waiting.append(t)
    return best[total - 1]


h, w, *toll = map(int, sys.stdin.read().split())
print(spread(toll, w, h * w))
