n, k = map(int, input().split())
a = list(map(int, input().split()))
k %= n
cnt = 0
start = 0
while cnt < n:
    cur = start
    prev = a[start]
    while True:
        nxt = (cur + k) % n
        a[nxt], prev = prev, a[nxt]
        cur = nxt
        cnt += 1
        if cur == start:
            break
    start += 1
print(*a)
