import sys


def better_row(old):
    """The row for one more egg; the crossing point only ever moves upwards."""
    row = [0]
    at = 1
    for height in range(1, len(old)):
        while at < height and old[at - 1] < row[height - at]:
            at += 1
        value = max(old[at - 1], row[height - at])
        if at >= 2:
            value = min(value, max(old[at - 2], row[height - at + 1]))
        row.append(value + 1)
    return row


def main():
    eggs, floors = map(int, sys.stdin.readline().split())
    row = list(range(floors + 1))
    for _ in range(eggs - 1):
        row = better_row(row)
    print(row.pop())


if __name__ == "__main__":
    main()
