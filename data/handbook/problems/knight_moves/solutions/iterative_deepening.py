n = int(input())
sr, sc = map(int, input().split())
tr, tc = map(int, input().split())


def go(r, c, left):
    if r == tr and c == tc:
        return True
    # too far away to get there with the moves that are left
    if abs(r - tr) + abs(c - tc) > 3 * left:
        return False
    for dr, dc in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)):
        x, y = r + dr, c + dc
        if 0 < x <= n and 0 < y <= n and go(x, y, left - 1):
            return True
    return False


for depth in range(n * n):
    if go(sr, sc, depth):
        print(depth)
        break
else:
    print(-1)
