n = int(input())
p = [tuple(map(int, input().split())) for _ in range(n)]

def inside(x, y):
    res = False
    for i in range(n):
        x1, y1 = p[i - 1]
        x2, y2 = p[i]
        cr = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
        if cr == 0 and min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2):
            return False
        if (y1 > y) != (y2 > y):
            if (cr > 0) == (y2 > y1):
                res = not res
    return res

c = 0
for x in range(min(a for a, b in p), max(a for a, b in p) + 1):
    for y in range(min(b for a, b in p), max(b for a, b in p) + 1):
        if inside(x, y):
            c += 1
print(c)
