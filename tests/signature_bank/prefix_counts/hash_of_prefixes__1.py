n, q = map(int, input().split())
d = {}
for _ in range(n):
    s = input()
    for i in range(1, len(s) + 1):
        d[s[:i]] = d.get(s[:i], 0) + 1
for _ in range(q):
    print(d.get(input(), 0))
