n, q = map(int, input().split())
p = [0, 0] + list(map(int, input().split()))
for _ in range(q):
    a, b = map(int, input().split())
    s = set()
    while a:
        s.add(a)
        a = p[a]
    while b not in s:
        b = p[b]
    print(b)
