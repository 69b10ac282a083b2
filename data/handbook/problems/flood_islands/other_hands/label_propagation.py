import sys

rows, cols = map(int, sys.stdin.readline().split())
W = cols + 2
# flat board with a border of water; label 0 is water
board = [0] * (W * (rows + 2))
for i in range(1, rows + 1):
    for j, ch in enumerate(sys.stdin.readline().strip(), 1):
        if ch == '#':
            board[i * W + j] = i * W + j


def one_round(b):
    new = list(b)
    for k, v in enumerate(b):
        if v:
            new[k] = max(v, b[k - 1], b[k + 1], b[k - W], b[k + W])
    return new


nxt = one_round(board)
while nxt != board:
    board = nxt
    nxt = one_round(board)
print(len(set(board) - {0}))
