n, q = map(int, input().split())
p = [0, 1] + list(map(int, input().split()))
for _ in range(q):
    a, b = map(int, input().split())
    s = set()
    while a != 1:
        a = p[a]
        s.add(a)
    s.add(1)
    b = p[b]
    while b not in s:
        b = p[b]
    print(b)
