import sys
from itertools import product


def all_good(rows, top, left, size):
    garden = "1" * size
    return all(row[left:left + size] == garden for row in rows[top:top + size])


def solve(rows):
    h, w = len(rows), len(rows[0])
    size = min(h, w)
    while size > 0:
        corners = product(range(h - size + 1), range(w - size + 1))
        if any(all_good(rows, top, left, size) for top, left in corners):
            return size
        size -= 1
    return 0


def main():
    _, *rows = sys.stdin.read().strip().splitlines()
    print(solve([row.strip() for row in rows]))


main()
