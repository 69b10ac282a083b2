n, m = map(int, input().split())
s = {i: {i} for i in range(1, n + 1)}
for _ in range(m):
    a, b = map(int, input().split())
    if s[a] is not s[b]:
        if len(s[a]) < len(s[b]):
            a, b = b, a
        s[a] |= s[b]
        for x in s[b]:
            s[x] = s[a]
print(max(len(x) for x in s.values()))
