import sys
from collections import deque


def neighbours(src, dst, p, q):
    more_src, more_dst = p > 0, q > 0
    if more_src:
        yield p - 1, q, 1
    if more_dst:
        yield p, q - 1, 1
    if more_src and more_dst:
        yield p - 1, q - 1, int(src[p - 1] != dst[q - 1])


def shortest(src, dst):
    far = len(src) + len(dst) + 1
    cost = [[far] * (len(dst) + 1) for _ in range(len(src) + 1)]
    cost[-1][-1] = 0
    todo = deque()
    todo.append((len(src), len(dst)))
    settled = set()
    while todo:
        node = todo.popleft()
        if node == (0, 0):
            break
        if node in settled:
            continue
        settled.add(node)
        here = cost[node[0]][node[1]]
        for p, q, w in neighbours(src, dst, *node):
            if here + w < cost[p][q]:
                cost[p][q] = here + w
                (todo.append if w else todo.appendleft)((p, q))
    return cost[0][0]


lines = sys.stdin.read().splitlines() + ["", ""]
print(shortest(lines[0].strip(), lines[1].strip()))
