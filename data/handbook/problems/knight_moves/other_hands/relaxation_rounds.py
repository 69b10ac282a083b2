n = int(input())
start = tuple(int(z) - 1 for z in input().split())
end = tuple(int(z) - 1 for z in input().split())

FAR = 999
offsets = [(p * s, q * t) for p, q in ((1, 2), (2, 1)) for s in (1, -1) for t in (1, -1)]
board = {(y, x): FAR for y in range(n) for x in range(n)}
board[start] = 0

for _ in range(n * n):
    before = dict(board)
    for (y, x), moves in before.items():
        for oy, ox in offsets:
            spot = y + oy, x + ox
            if board.get(spot, -1) > moves + 1:
                board[spot] = moves + 1
    if board == before:
        break

print(-1 if board[end] == FAR else board[end])
