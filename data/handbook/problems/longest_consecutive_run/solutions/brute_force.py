n = int(input())
a = list(map(int, input().split()))
best = 0
for x in a:
    c = 1
    while x + c in a:
        c += 1
    best = max(best, c)
print(best)
