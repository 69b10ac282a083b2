n = int(input())
board = [input() for _ in range(n)]
pos = []


def solve(r):
    if r == n:
        return 1
    total = 0
    for c in range(n):
        if board[r][c] == "#":
            continue
        ok = True
        for i in range(r):
            if pos[i] == c or abs(pos[i] - c) == r - i:
                ok = False
                break
        if ok:
            pos.append(c)
            total += solve(r + 1)
            pos.pop()
    return total


print(solve(0))
