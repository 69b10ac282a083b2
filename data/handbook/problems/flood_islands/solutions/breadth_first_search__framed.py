import sys
from queue import SimpleQueue


def flood(cells: list[str], start: int, width: int) -> None:
    """Turns the island around start into water. The map has a frame of water and is one long list."""
    queue: SimpleQueue[int] = SimpleQueue()
    cells[start] = "."
    queue.put(start)
    while not queue.empty():
        here = queue.get()
        for step in (1, -1, width, -width):
            if cells[here + step] == "#":
                cells[here + step] = "."
                queue.put(here + step)


def main() -> None:
    _, columns, *lines = sys.stdin.read().split()
    width = int(columns) + 2
    cells = ["."] * width
    for line in lines:
        cells += "." + line + "."
    cells += ["."] * width
    total = 0
    for position in range(len(cells)):
        if cells[position] == "#":
            flood(cells, position, width)
            total += 1
    print(total)


main()
