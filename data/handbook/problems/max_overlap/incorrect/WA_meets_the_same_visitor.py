n = int(input())
v = [tuple(map(int, input().split())) for _ in range(n)]
best = 0
for a, b in v:
    best = max(best, sum(1 for c, d in v if c <= b and d >= a))
print(best)
