def total_queens(n: int) -> int:
    count = 0

    def place(row: int, columns: int, diagonals: int, anti: int) -> None:
        nonlocal count
        if row == n:
            count += 1
            return
        available = ((1 << n) - 1) & ~(columns | diagonals | anti)
        while available:
            spot = available & -available
            available &= available - 1
            place(row + 1, columns | spot, (diagonals | spot) << 1, (anti | spot) >> 1)

    place(0, 0, 0, 0)
    return count


if __name__ == "__main__":
    print(total_queens(int(input())))
