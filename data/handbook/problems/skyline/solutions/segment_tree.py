N = 1024
t = [0] * (2 * N)
n = int(input())
for _ in range(n):
    l, r, h = map(int, input().split())
    l += N
    r += N
    while l < r:
        if l & 1:
            t[l] = max(t[l], h)
            l += 1
        if r & 1:
            r -= 1
            t[r] = max(t[r], h)
        l >>= 1
        r >>= 1
for i in range(2, 2 * N):
    t[i] = max(t[i], t[i // 2])
prev = 0
for x in range(1001):
    if t[N + x] != prev:
        prev = t[N + x]
        print(x, prev)
