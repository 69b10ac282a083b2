n = int(input())
c = [0] * 1000
for x in map(int, input().split()):
    c[x] += 1
print(*[v for v in range(1000) for _ in range(c[v])])
