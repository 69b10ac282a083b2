n, q = map(int, input().split())
p = [0, 1] + list(map(int, input().split()))
for _ in range(q):
    a, b = map(int, input().split())
    while a != b:
        a, b = p[a], p[b]
    print(a)
