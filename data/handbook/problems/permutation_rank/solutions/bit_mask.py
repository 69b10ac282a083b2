n = int(input())
p = list(map(int, input().split()))
mask = 0
ans = f = 1
for k in range(1, n + 1):
    x = p[-k]
    ans += bin(mask & ((1 << x) - 1)).count("1") * f
    mask |= 1 << x
    f *= k
print(ans)
