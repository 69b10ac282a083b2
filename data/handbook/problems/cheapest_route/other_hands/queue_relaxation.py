import sys
from collections import defaultdict, deque
from math import inf


def main():
    data = sys.stdin.read().split("\n")
    n, m = (int(x) for x in data[0].split())
    into = defaultdict(list)
    for line in data[1 : m + 1]:
        a, b, c = (int(x) for x in line.split())
        into[b].append((c, a))

    # start at the goal and walk the roads backwards
    need = defaultdict(lambda: inf)
    need[n] = 0
    todo = deque()
    todo.append(n)
    queued = {n}
    while queued:
        town = todo.popleft()
        queued.discard(town)
        for c, before in into[town]:
            offer = need[town] + c
            if offer >= need[before]:
                continue
            need[before] = offer
            if before in queued:
                continue
            queued.add(before)
            todo.append(before)

    print(need[1] if need[1] != inf else -1)


main()
