s = input()
n = len(s)
sa = sorted(range(n), key=lambda i: s[i:])
ans = n * (n + 1) // 2
for a, b in zip(sa, sa[1:]):
    k = 0
    while a + k < n and b + k < n and s[a + k] == s[b + k]:
        k += 1
    ans -= k
print(ans)
