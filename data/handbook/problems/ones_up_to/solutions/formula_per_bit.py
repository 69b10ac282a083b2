n = int(input())
ans = 0
p = 1
while p <= n:
    full, rest = divmod(n + 1, 2 * p)
    ans += full * p + max(0, rest - p)
    p *= 2
print(ans)
