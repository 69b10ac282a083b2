import sys

TABLE = str.maketrans(".#", "10")


def count_queens(sound: list[int]) -> int:
    n = len(sound)
    everything = (1 << n) - 1
    found = 0
    todo = [(0, 0, 0, 0)]
    while todo:
        row, columns, rising, falling = todo.pop()
        if row == n:
            found += 1
            continue
        candidates = sound[row] & everything & ~columns & ~rising & ~falling
        for j in range(n):
            queen = 1 << j
            if candidates & queen:
                todo.append((row + 1, columns | queen, (rising | queen) << 1, (falling | queen) >> 1))
    return found


def main() -> None:
    sys.stdin.readline()
    sound = [int(line.strip().translate(TABLE), 2) for line in sys.stdin if line.strip()]
    print(count_queens(sound))


if __name__ == "__main__":
    main()
