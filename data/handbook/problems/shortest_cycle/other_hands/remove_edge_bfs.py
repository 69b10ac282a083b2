import sys


def hops(matrix, source, target):
    """Steps of the shortest way, None when there is none."""
    far = [None] * len(matrix)
    far[source] = 0
    queue = [source]
    for v in queue:
        for w, joined in enumerate(matrix[v]):
            if joined and far[w] is None:
                far[w] = far[v] + 1
                queue.append(w)
    return far[target]


def solve():
    read = sys.stdin.readline
    n, m = map(int, read().split())
    matrix = [[False] * (n + 1) for _ in range(n + 1)]
    paths = []
    for _ in range(m):
        p, q = map(int, read().split())
        matrix[p][q] = matrix[q][p] = True
        paths.append((p, q))
    answer = n + 1
    for p, q in paths:
        matrix[p][q] = matrix[q][p] = False
        around = hops(matrix, p, q)
        matrix[p][q] = matrix[q][p] = True
        if around is not None:
            answer = min(answer, 1 + around)
    return -1 if answer == n + 1 else answer


print(solve())
