import sys


class Counter:
    def __init__(self, board):
        self.board = board
        self.n = len(board)
        self.mask = 2 ** self.n - 1
        self.known = {}

    def ways(self, rows_left, columns, left, right):
        if rows_left == 0:
            return 1
        key = columns, left, right  # the number of rows follows from the columns
        if key not in self.known:
            answer = 0
            row = self.board[self.n - rows_left]
            taken = columns | left | right
            bit = 1
            for square in row:
                if square == "." and not taken & bit:
                    answer += self.ways(
                        rows_left - 1,
                        columns | bit,
                        (left | bit) * 2 & self.mask,
                        (right | bit) // 2,
                    )
                bit *= 2
            self.known[key] = answer
        return self.known[key]


with sys.stdin as f:
    n = int(next(f))
    board = [next(f).strip() for _ in range(n)]
print(Counter(board).ways(n, 0, 0, 0))
