n = int(input())
v = [tuple(map(int, input().split())) for _ in range(n)]
best = 0
for s, _ in v:
    c = 0
    for a, b in v:
        if a <= s <= b:
            c += 1
    best = max(best, c)
print(best)
