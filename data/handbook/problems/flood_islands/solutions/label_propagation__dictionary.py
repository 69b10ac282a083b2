# every square takes the least label around it, forwards and backwards, until nothing changes
import sys


def settle(label: dict[tuple[int, int], int], squares: list[tuple[int, int]]) -> bool:
    moved = False
    for y, x in squares:
        least = label[y, x]
        for near in ((y, x - 1), (y, x + 1), (y - 1, x), (y + 1, x)):
            least = min(least, label.get(near, least))
        if least < label[y, x]:
            label[y, x] = least
            moved = True
    return moved


def main() -> None:
    lines = sys.stdin.read().splitlines()[1:]
    squares = [(y, x) for y, line in enumerate(lines) for x, mark in enumerate(line) if mark == "#"]
    label = {square: number for number, square in enumerate(squares)}
    while settle(label, squares):
        squares.reverse()
    print(len(set(label.values())))


if __name__ == "__main__":
    main()
