from bisect import bisect_right, insort

n = int(input())
a = list(map(int, input().split()))
seen = []
ans = 0
for i in range(1, n):
    ans += len(seen) - bisect_right(seen, a[i])
    insort(seen, a[i])
print(ans)
