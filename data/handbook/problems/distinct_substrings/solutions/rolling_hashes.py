M = (1 << 61) - 1
B = 1000003
s = input()
n = len(s)
h = [0] * (n + 1)
p = [1] * (n + 1)
for i in range(n):
    h[i + 1] = (h[i] * B + ord(s[i])) % M
    p[i + 1] = p[i] * B % M
ans = 0
for k in range(1, n + 1):
    ans += len({(h[i + k] - h[i] * p[k]) % M for i in range(n - k + 1)})
print(ans)
