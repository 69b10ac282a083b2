def safe(board, col):
    row = len(board)
    for r, c in enumerate(board):
        if c == col or abs(c - col) == row - r:
            return False
    return True

def solve(n, board):
    if len(board) == n:
        return 1
    total = 0
    for col in range(n):
        if safe(board, col):
            board.append(col)
            total += solve(n, board)
            board.pop()
    return total

print(solve(int(input()), []))
