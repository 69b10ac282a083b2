n = int(input())
h = list(map(int, input().split()))
best = 0
for i in range(n):
    r = i
    while h[r] >= h[i]:
        r += 1
    l = i
    while l >= 0 and h[l] >= h[i]:
        l -= 1
    best = max(best, h[i] * (r - l - 1))
print(best)
