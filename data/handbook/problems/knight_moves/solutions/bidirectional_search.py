n = int(input())
s = tuple(map(int, input().split()))
t = tuple(map(int, input().split()))
D = [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)]


def solve():
    if s == t:
        return 0
    front, back = {s}, {t}
    seen = {s, t}
    k = 0
    while front and back:
        if len(front) > len(back):
            front, back = back, front
        k += 1
        new = set()
        for r, c in front:
            for dr, dc in D:
                p = (r + dr, c + dc)
                if p in back:
                    return k
                if 1 <= p[0] <= n and 1 <= p[1] <= n and p not in seen:
                    seen.add(p)
                    new.add(p)
        front = new
    return -1


print(solve())
