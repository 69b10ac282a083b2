n = int(input())
a = list(map(int, input().split()))
low = min(a)
there = [0] * (max(a) - low + 1)
for x in a:
    there[x - low] = 1
best = 0
for x in a:
    i = x - low
    while there[i]:
        i += 1
    best = max(best, i - (x - low))
print(best)
