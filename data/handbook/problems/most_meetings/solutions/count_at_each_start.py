n = int(input())
a = [tuple(map(int, input().split())) for _ in range(n)]
best = 0
for s, _ in a:
    c = 0
    for x, y in a:
        if x <= s < y:
            c += 1
    best = max(best, c)
print(best)
