n = int(input())
h = list(map(int, input().split()))
l, r = 0, n - 1
best = 0
while l < r:
    best = max(best, min(h[l], h[r]) * (r - l))
    if h[l] < h[r]:
        l += 1
    else:
        r -= 1
print(best)
