n, k = map(int, input().split())
a = list(map(int, input().split()))
g = [0] * (n + 1)
for i in range(1, n + 1):
    s = set()
    for x in a:
        if i >= x:
            s.add(g[i - x])
    m = 0
    while m in s:
        m += 1
    g[i] = m
print("".join("W" if g[i] else "L" for i in range(1, n + 1)))
