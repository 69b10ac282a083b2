n, q = map(int, input().split())
p = [0, 0] + list(map(int, input().split()))
for _ in range(q):
    a, b = map(int, input().split())
    while a != b:
        if a > b:
            a = p[a]
        else:
            b = p[b]
    print(a)
