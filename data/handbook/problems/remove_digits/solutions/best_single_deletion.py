s, k = input().split()
k = int(k)
while k > 0:
    best = s[1:]
    for i in range(1, len(s)):
        t = s[:i] + s[i + 1:]
        if t < best:
            best = t
    s = best
    k -= 1
s = s.lstrip("0")
print(s if s else "0")
