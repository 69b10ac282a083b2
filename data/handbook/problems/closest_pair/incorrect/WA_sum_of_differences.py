n = int(input())
p = [tuple(map(int, input().split())) for _ in range(n)]
print(min(abs(a - c) + abs(b - d) for i, (a, b) in enumerate(p) for c, d in p[:i]))
