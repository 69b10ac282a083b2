import sys


def edits(old: str, new: str) -> int:
    """The least number of insertions and deletions that turn old into new (E. Myers, 1986)."""
    limit = len(old) + len(new)
    furthest = [0] * (2 * limit + 3)
    offset = limit + 1
    for d in range(limit + 1):
        for diagonal in range(-d, d + 1, 2):
            insert = furthest[offset + diagonal + 1]
            delete = furthest[offset + diagonal - 1] + 1
            if diagonal == -d:
                x = insert
            elif diagonal == d:
                x = delete
            else:
                x = max(insert, delete)
            y = x - diagonal
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x += 1
                y += 1
            furthest[offset + diagonal] = x
            if x >= len(old) and y >= len(new):
                return d
    raise AssertionError("limit edits are always enough")


def main() -> None:
    first = sys.stdin.readline().strip()
    second = sys.stdin.readline().strip()
    common = (len(first) + len(second) - edits(first, second)) // 2
    print(common)


if __name__ == "__main__":
    main()
