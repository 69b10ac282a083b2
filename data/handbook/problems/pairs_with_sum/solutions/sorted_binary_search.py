from bisect import bisect_left, bisect_right

n, s = map(int, input().split())
a = sorted(map(int, input().split()))
ans = 0
for i in range(n):
    need = s - a[i]
    ans += bisect_right(a, need, i + 1) - bisect_left(a, need, i + 1)
print(ans)
