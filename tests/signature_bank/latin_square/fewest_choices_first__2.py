import sys


def options(board, size, cell):
    row, col = cell
    return {
        v
        for v in range(1, size + 1)
        if all(board.get((row, k)) != v and board.get((k, col)) != v for k in range(size))
    }


def completions(board, size, empty):
    if not empty:
        return 1
    cell = min(empty, key=lambda place: len(options(board, size, place)))
    total = 0
    for value in options(board, size, cell):
        board[cell] = value
        total += completions(board, size, empty - {cell})
        del board[cell]
    return total


def main():
    size, *flat = map(int, sys.stdin.read().split())
    board = {}
    empty = set()
    for k, value in enumerate(flat):
        cell = (k // size, k % size)
        if value:
            board[cell] = value
        else:
            empty.add(cell)
    print(completions(board, size, frozenset(empty)))


main()
