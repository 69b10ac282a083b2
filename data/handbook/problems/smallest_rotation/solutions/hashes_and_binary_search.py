s = input()
n = len(s)
t = s + s
M = (1 << 61) - 1
B = 911382323
h = [0]
p = [1]
for c in t:
    h.append((h[-1] * B + ord(c)) % M)
    p.append(p[-1] * B % M)


def get(l, r):
    return (h[r] - h[l] * p[r - l]) % M


best = 0
for i in range(1, n):
    lo, hi = 0, n
    while lo < hi:
        mid = (lo + hi + 1) // 2
        if get(best, best + mid) == get(i, i + mid):
            lo = mid
        else:
            hi = mid - 1
    if lo < n and t[i + lo] < t[best + lo]:
        best = i
print(t[best : best + n])
