n = int(input())
e = []
for _ in range(n - 1):
    a, b = map(int, input().split())
    e.append((a - 1, b - 1))
best = 0
for mask in range(1 << n):
    ok = True
    for a, b in e:
        if mask >> a & 1 and mask >> b & 1:
            ok = False
            break
    if ok:
        best = max(best, bin(mask).count('1'))
print(best)
