# answer the queries by right end; stack keeps positions whose values rise
from bisect import bisect_left

n, q = map(int, input().split())
a = list(map(int, input().split()))
by_right = [[] for _ in range(n)]
for i in range(q):
    l, r = map(int, input().split())
    by_right[r - 1].append((l - 1, i))
ans = [0] * q
stack = []
for r in range(n):
    while stack and a[stack[-1]] >= a[r]:
        stack.pop()
    stack.append(r)
    for l, i in by_right[r]:
        ans[i] = a[stack[bisect_left(stack, l)]]
print(*ans, sep="\n")
