from bisect import bisect_left, insort

n = int(input())
p = list(map(int, input().split()))
right = []
ans = 1
f = 1
for x in reversed(p):
    ans += bisect_left(right, x) * f
    insort(right, x)
    f *= len(right)
print(ans)
