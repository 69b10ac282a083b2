import sys


def main():
    rows = sys.stdin.read().split()[2:]
    free = {(i, j): c for i, row in enumerate(rows) for j, c in enumerate(row) if c != "#"}
    frontier = {p for p, c in free.items() if c == "S"}
    goal = next(p for p, c in free.items() if c == "T")
    unseen = set(free) - frontier
    moves = 0
    while frontier and goal not in frontier:
        near = set()
        for i, j in frontier:
            near.update(((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)))
        frontier = near & unseen
        unseen -= frontier
        moves += 1
    print(moves if frontier else -1)


main()
