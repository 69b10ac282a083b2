n = int(input())
c = [0] * 1001
for x in map(int, input().split()):
    c[x] += 1
res = []
for v in range(1001):
    res += [v] * c[v]
print(*res)
