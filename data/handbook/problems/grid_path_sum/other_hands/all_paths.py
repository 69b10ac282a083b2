import sys


def totals(toll, row, col):
    """The sums of all the ways from (row, col) to the exit."""
    here = toll[row][col]
    exits = []
    if row + 1 < len(toll):
        exits.append((row + 1, col))
    if col + 1 < len(toll[0]):
        exits.append((row, col + 1))
    if not exits:
        yield here
    for step in exits:
        for rest in totals(toll, *step):
            yield here + rest


toll = [list(map(int, line.split())) for line in sys.stdin.read().strip().splitlines()[1:]]
print(min(totals(toll, 0, 0)))
