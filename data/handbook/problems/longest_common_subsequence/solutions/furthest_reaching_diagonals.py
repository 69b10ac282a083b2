# Myers: d edits reach a furthest point on every diagonal; LCS = (n + m - d) / 2
a = input()
b = input()
n, m = len(a), len(b)
v = {1: 0}
d = 0
while True:
    for k in range(-d, d + 1, 2):
        if k == -d or (k != d and v[k - 1] < v[k + 1]):
            x = v[k + 1]
        else:
            x = v[k - 1] + 1
        while x < n and 0 <= x - k < m and a[x] == b[x - k]:
            x += 1
        v[k] = x
    if v.get(n - m, -1) >= n:
        break
    d += 1
print((n + m - d) // 2)
