MOD = (1 << 61) - 1
B = 131
s = input()
n = len(s)
f = [0] * (n + 1)
g = [0] * (n + 1)
pw = [1] * (n + 1)
for i in range(n):
    f[i + 1] = (f[i] * B + ord(s[i])) % MOD
    g[i + 1] = (g[i] * B + ord(s[n - 1 - i])) % MOD
    pw[i + 1] = pw[i] * B % MOD


def mirrored(l, r):
    """s[l:r] reads the same backwards"""
    forward = (f[r] - f[l] * pw[r - l]) % MOD
    backward = (g[n - l] - g[n - r] * pw[r - l]) % MOD
    return forward == backward


ans = 0
for c in range(2 * n - 1):
    l, r = c // 2, (c + 1) // 2  # grow to s[l - k : r + k + 1]
    lo, hi = -1, min(l, n - 1 - r)
    while lo < hi:
        mid = (lo + hi + 1) // 2
        if mirrored(l - mid, r + mid + 1):
            lo = mid
        else:
            hi = mid - 1
    ans += lo + 1
print(ans)
