from bisect import bisect_left, insort

n, k = map(int, input().split())
a = list(map(int, input().split()))
win = sorted(a[:k])
res = [win[-1]]
for i in range(k, n):
    del win[bisect_left(win, a[i - k])]
    insort(win, a[i])
    res.append(win[-1])
print(*res)
