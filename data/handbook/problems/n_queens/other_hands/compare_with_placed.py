def attack(p, q):
    (a, b), (c, d) = p, q
    return b == d or a - b == c - d or a + b == c + d or a == c


def extend(queens):
    if len(queens) == n:
        return 1
    ways = 0
    x = len(queens)
    for y in range(n):
        square = (x, y)
        if board[y][x] == "." and not any(attack(square, queen) for queen in queens):
            ways += extend(queens + [square])
    return ways


n = int(input())
board = [input().strip() for _ in range(n)]
print(extend([]))
