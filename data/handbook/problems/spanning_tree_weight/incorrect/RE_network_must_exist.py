n, m = map(int, input().split())
edges = [tuple(map(int, input().split())) for _ in range(m)]
inside = {1}
total = 0
while len(inside) < n:
    a, b, c = min((e for e in edges if (e[0] in inside) != (e[1] in inside)), key=lambda e: e[2])
    inside |= {a, b}
    total += c
print(total)
