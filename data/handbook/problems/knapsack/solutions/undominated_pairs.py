n, w = map(int, input().split())
front = [(0, 0)]
for _ in range(n):
    a, b = map(int, input().split())
    merged = sorted(front + [(x + a, y + b) for x, y in front if x + a <= w], key=lambda p: (p[0], -p[1]))
    front = []
    top = -1
    for x, y in merged:
        if y > top:
            front.append((x, y))
            top = y
print(front[-1][1])
