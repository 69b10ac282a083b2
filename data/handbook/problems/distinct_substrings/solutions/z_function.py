# a new first letter: only the substrings that begin there and are longer than its best match later are new
def z(s):
    n = len(s)
    z = [0] * n
    l = r = 0
    for i in range(1, n):
        if i < r:
            z[i] = min(r - i, z[i - l])
        while i + z[i] < n and s[z[i]] == s[i + z[i]]:
            z[i] += 1
        if i + z[i] > r:
            l, r = i, i + z[i]
    return z


s = input()
print(sum(len(s) - i - max(z(s[i:])) for i in range(len(s))))
