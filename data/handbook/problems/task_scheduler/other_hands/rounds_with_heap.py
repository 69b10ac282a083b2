import sys
from collections import Counter
from heapq import heapify, heappop, heappush


def rounds(amounts, width):
    """Yields the number of tasks run in each round."""
    pool = [-a for a in amounts]
    heapify(pool)
    while pool:
        taken = [heappop(pool) for _ in range(min(width, len(pool)))]
        for t in taken:
            if t + 1:
                heappush(pool, t + 1)
        yield len(taken)


k = int(sys.stdin.readline())
letters = Counter(sys.stdin.readline().strip())
done = list(rounds(letters.values(), k + 1))
print((len(done) - 1) * (k + 1) + done[-1])
