# odd and even centres apart
import sys

input = sys.stdin.readline


def radii(s, even):
    n = len(s)
    d = [0] * n
    l, r = 0, -1
    for i in range(n):
        if i > r:
            k = 0 if even else 1
        else:
            k = min(d[l + r - i + even], r - i + 1)
        while i + k < n and i - k - even >= 0 and s[i + k] == s[i - k - even]:
            k += 1
        d[i] = k
        if i + k - 1 > r:
            l = i - k + (0 if even else 1)
            r = i + k - 1
    return d


s = input().rstrip()
print(sum(radii(s, 0)) + sum(radii(s, 1)))
