from bisect import bisect_left, bisect_right

n, s = map(int, input().split())
a = sorted(map(int, input().split()))
res = 0
for i in range(n):
    for j in range(i + 1, n):
        need = s - a[i] - a[j]
        res += bisect_right(a, need, j + 1) - bisect_left(a, need, j + 1)
print(res)
