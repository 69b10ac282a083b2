import sys


def put(row: list[int], x: int) -> None:
    row.append(x)
    for i in range(len(row) - 2, -1, -1):
        if row[i] <= x:
            row[i + 1] = x
            return
        row[i + 1] = row[i]
    row[0] = x


def main() -> None:
    sys.stdin.readline()
    row: list[int] = []
    for word in sys.stdin.readline().split():
        put(row, int(word))
    print(*row)


main()
