import sys
from collections import deque


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, q = data[0], data[1]
    boss = [None, None] + data[2 : n + 1]
    staff = [[] for _ in range(n + 1)]
    for person in range(2, n + 1):
        staff[boss[person]].append(person)
    level = [0] * (n + 1)
    queue = deque([1])
    while queue:
        person = queue.popleft()
        for other in staff[person]:
            level[other] = level[person] + 1
            queue.append(other)
    out = []
    for i in range(n + 1, n + 1 + 2 * q, 2):
        u, v = data[i], data[i + 1]
        while u != v:
            if level[u] < level[v]:
                u, v = v, u
            u = boss[u]
        out.append(u)
    print("\n".join(map(str, out)))


main()
