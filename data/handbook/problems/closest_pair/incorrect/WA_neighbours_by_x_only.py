n = int(input())
p = sorted(tuple(map(int, input().split())) for _ in range(n))
print(min(((a - c) ** 2 + (b - d) ** 2) ** 0.5 for (a, b), (c, d) in zip(p, p[1:])))
