n = int(input())
g = list(map(int, input().split()))
c = list(map(int, input().split()))
d = [g[i] - c[i] for i in range(n)]
l = r = 0  # stations l .. r-1 driven
cur = 0
while l < n and r - l < n:
    cur += d[r % n]
    r += 1
    while cur < 0 and l < r:
        cur -= d[l]
        l += 1
        if l == n:
            break
print(l + 1 if l < n else -1)
