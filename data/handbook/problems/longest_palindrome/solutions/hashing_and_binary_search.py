MOD = (1 << 61) - 1
B = 911382323
s = input()
n = len(s)
pw = [1] * (n + 1)
f = [0] * (n + 1)
g = [0] * (n + 1)
t = s[::-1]
for i in range(n):
    pw[i + 1] = pw[i] * B % MOD
    f[i + 1] = (f[i] * B + ord(s[i])) % MOD
    g[i + 1] = (g[i] * B + ord(t[i])) % MOD


def get(h, l, r):
    return (h[r] - h[l] * pw[r - l]) % MOD


ans = 1
for i in range(n):
    for d in (0, 1):
        # s[i - k : i + k + d]
        lo, hi = 0, min(i, n - i - d)
        while lo < hi:
            k = (lo + hi + 1) // 2
            if get(f, i - k, i + k + d) == get(g, n - i - k - d, n - i + k):
                lo = k
            else:
                hi = k - 1
        ans = max(ans, 2 * lo + d)
print(ans)
