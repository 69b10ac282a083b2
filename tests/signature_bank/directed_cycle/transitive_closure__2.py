import sys


def main():
    n, _, *ends = map(int, sys.stdin.read().split())
    reach = {v: set() for v in range(1, n + 1)}
    for a, b in zip(ends[::2], ends[1::2]):
        reach[a].add(b)
    for middle in reach:
        for vertex in reach:
            if middle in reach[vertex]:
                reach[vertex] |= reach[middle]
    print("YES" if any(vertex in reach[vertex] for vertex in reach) else "NO")


main()
