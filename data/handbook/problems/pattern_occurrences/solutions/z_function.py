import sys


def z_function(s):
    n = len(s)
    z = [0] * n
    l = r = 0
    for i in range(1, n):
        k = min(r - i, z[i - l]) if i < r else 0
        while i + k < n and s[k] == s[i + k]:
            k += 1
        z[i] = k
        if i + k > r:
            l, r = i, i + k
    return z


text, pattern = sys.stdin.read().split()
m = len(pattern)
print(sum(v == m for v in z_function(pattern + "#" + text)))
