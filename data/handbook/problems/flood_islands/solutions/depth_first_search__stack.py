import sys


def count_islands(grid):
    land = {(i, j) for i, row in enumerate(grid) for j, square in enumerate(row) if square == "#"}
    islands = 0
    while land:
        islands += 1
        stack = [land.pop()]
        while stack:
            i, j = stack.pop()
            for near in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
                if near in land:
                    land.remove(near)
                    stack.append(near)
    return islands


def main():
    sys.stdin.readline()
    print(count_islands(sys.stdin.read().split()))


if __name__ == "__main__":
    main()
