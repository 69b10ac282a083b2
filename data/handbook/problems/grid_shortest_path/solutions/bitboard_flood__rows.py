# one integer per row; water runs sideways within a row and up and down between rows
import sys


def main() -> None:
    h, w, *rows = sys.stdin.read().split()
    free = [int("".join("0" if c == "#" else "1" for c in row), 2) for row in rows]
    wet = [int("".join("1" if c == "S" else "0" for c in row), 2) for row in rows]
    goal = next(i for i, row in enumerate(rows) if "T" in row)
    target = 1 << (int(w) - 1 - rows[goal].index("T"))
    moves = 0
    while wet[goal] & target == 0:
        padded = [0] + wet + [0]
        spread = [
            (row | row << 1 | row >> 1 | above | below) & open_cells
            for above, row, below, open_cells in zip(padded, wet, padded[2:], free)
        ]
        if spread == wet:
            print(-1)
            return
        wet = spread
        moves += 1
    print(moves)


main()
