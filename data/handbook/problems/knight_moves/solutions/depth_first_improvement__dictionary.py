import sys


def explore(n: int, square: tuple[int, int], depth: int, shortest: dict[tuple[int, int], int]) -> None:
    """Walk on from a square whenever it was reached with fewer moves than ever before."""
    if square in shortest and shortest[square] <= depth:
        return
    shortest[square] = depth
    row, column = square
    for dr in (-2, -1, 1, 2):
        for dc in (3 - abs(dr), abs(dr) - 3):
            if 0 <= row + dr < n and 0 <= column + dc < n:
                explore(n, (row + dr, column + dc), depth + 1, shortest)


def main() -> None:
    n = int(sys.stdin.readline())
    start, goal = (tuple(int(x) - 1 for x in line.split()) for line in sys.stdin)
    shortest: dict[tuple[int, int], int] = {}
    explore(n, start, 0, shortest)
    print(shortest.get(goal, -1))


if __name__ == "__main__":
    main()
