import sys


def reachable(matrix, v, seen):
    seen.add(v)
    for w, times in enumerate(matrix[v]):
        if times > 0 and w not in seen:
            reachable(matrix, w, seen)
    return seen


def main():
    first, *others = sys.stdin.read().splitlines()
    n, m = map(int, first.split())
    matrix = [[0] * n for _ in range(n)]
    roads = []
    for line in others[:m]:
        a, b = map(int, line.split())
        a -= 1
        b -= 1
        roads.append((a, b))
        matrix[a][b] += 1
        matrix[b][a] += 1
    vital = 0
    for a, b in roads:
        matrix[a][b] -= 1
        matrix[b][a] -= 1
        if b not in reachable(matrix, a, set()):
            vital += 1
        matrix[a][b] += 1
        matrix[b][a] += 1
    print(vital)


main()
