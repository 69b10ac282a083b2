import sys


def eccentricity(neighbours, start):
    """number of rounds until a spreading rumour has reached everybody"""
    reached = {start}
    newest = {start}
    rounds = -1
    while newest:
        rounds += 1
        newest = {u for v in newest for u in neighbours[v]} - reached
        reached |= newest
    return rounds


n, *ends = map(int, sys.stdin.read().split())
neighbours = {v: set() for v in range(1, n + 1)}
while ends:
    b, a = ends.pop(), ends.pop()
    neighbours[a].add(b)
    neighbours[b].add(a)
print(max(eccentricity(neighbours, v) for v in neighbours))
