import sys


def main():
    sys.setrecursionlimit(5000)
    height, width = map(int, sys.stdin.readline().split())
    cells = "".join(sys.stdin.readline().strip() + "." for _ in range(height))
    width += 1
    visited = [mark == "." for mark in cells] + [True] * width

    def explore(pos: int) -> None:
        visited[pos] = True
        for other in (pos - width, pos - 1, pos + 1, pos + width):
            if not visited[other]:
                explore(other)

    total = 0
    for pos in range(len(cells)):
        if not visited[pos]:
            explore(pos)
            total += 1
    print(total)


main()
