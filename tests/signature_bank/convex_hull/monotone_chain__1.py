n = int(input())
p = sorted(tuple(map(int, input().split())) for _ in range(n))

def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])

lo = []
for q in p:
    while len(lo) >= 2 and cross(lo[-2], lo[-1], q) <= 0:
        lo.pop()
    lo.append(q)
up = []
for q in reversed(p):
    while len(up) >= 2 and cross(up[-2], up[-1], q) <= 0:
        up.pop()
    up.append(q)
h = lo[:-1] + up[:-1]
s = 0
for i in range(len(h)):
    s += h[i - 1][0] * h[i][1] - h[i - 1][1] * h[i][0]
print(len(h), abs(s) // 2)
