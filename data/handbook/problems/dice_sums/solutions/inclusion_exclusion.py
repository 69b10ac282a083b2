from math import comb

n, k, s = map(int, input().split())
ans = 0
j = 0
# j dice are too large: take k from each of them
while j <= n and s - k * j >= n:
    term = comb(n, j) * comb(s - k * j - 1, n - 1)
    if j % 2:
        ans -= term
    else:
        ans += term
    j += 1
print(ans)
