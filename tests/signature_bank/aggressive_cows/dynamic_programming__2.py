import sys


def widest(places, cows):
    best = [float("inf")] * len(places)
    for _ in range(cows - 1):
        following = [0] * len(places)
        for i, here in enumerate(places):
            following[i] = max((min(best[j], here - places[j]) for j in range(i)), default=0)
        best = following
    return max(best)


_, cows, *places = [int(t) for t in sys.stdin.read().split()]
print(widest(sorted(places), cows))
