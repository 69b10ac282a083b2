import sys


def orders(items, at=0):
    """every order of the list, made by swaps in place"""
    if at == len(items):
        yield items
        return
    for other in range(at, len(items)):
        items[at], items[other] = items[other], items[at]
        yield from orders(items, at + 1)
        items[at], items[other] = items[other], items[at]


def fine(board, place):
    up, down = set(), set()
    for row, col in enumerate(place):
        if board[row][col] != "." or row + col in up or row - col in down:
            return False
        up.add(row + col)
        down.add(row - col)
    return True


size, *board = sys.stdin.read().split()
print(sum(1 for place in orders(list(range(int(size)))) if fine(board, place)))
