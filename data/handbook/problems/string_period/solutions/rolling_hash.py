s = input().strip()
n = len(s)
M = (1 << 61) - 1
B = 911382323
h = [0] * (n + 1)
pw = [1] * (n + 1)
for i in range(n):
    h[i + 1] = (h[i] * B + ord(s[i])) % M
    pw[i + 1] = pw[i] * B % M


def get(l, r):
    return (h[r] - h[l] * pw[r - l]) % M


for p in range(1, n + 1):
    # s[p:] == s[:-p]
    if n % p == 0 and get(p, n) == get(0, n - p):
        print(p)
        break
