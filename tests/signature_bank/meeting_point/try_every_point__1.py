n = int(input())
a = list(map(int, input().split()))
best = 10**18
for p in range(min(a), max(a) + 1):
    s = 0
    for x in a:
        s += abs(x - p)
    best = min(best, s)
print(best)
