import sys


def longest_path(n, successors):
    current = [True] * n
    steps = 0
    while True:
        reached = [False] * n
        for v in range(n):
            if current[v]:
                for w in successors[v]:
                    reached[w] = True
        if not any(reached):
            return steps
        current = reached
        steps += 1


def main():
    data = list(map(int, sys.stdin.read().split()))
    n, m = data[:2]
    successors = [[] for _ in range(n)]
    for i in range(m):
        a, b = data[2 + 2 * i : 4 + 2 * i]
        successors[a - 1].append(b - 1)
    print(longest_path(n, successors))


main()
