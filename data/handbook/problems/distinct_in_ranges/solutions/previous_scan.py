n, q = map(int, input().split())
a = list(map(int, input().split()))
prev = [-1] * n
last = {}
for i in range(n):
    if a[i] in last:
        prev[i] = last[a[i]]
    last[a[i]] = i
for _ in range(q):
    l, r = map(int, input().split())
    l -= 1
    r -= 1
    cnt = 0
    for i in range(l, r + 1):
        if prev[i] < l:
            cnt += 1
    print(cnt)
