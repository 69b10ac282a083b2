n = int(input())
ev = []
for _ in range(n):
    l, r = map(int, input().split())
    ev.append((l, 1))
    ev.append((r, -1))
ev.sort()
total = depth = last = 0
for x, d in ev:
    if depth > 0:
        total += x - last
    depth += d
    last = x
print(total)
