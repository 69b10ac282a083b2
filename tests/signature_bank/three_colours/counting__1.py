n = int(input())
c = [0, 0, 0]
for x in map(int, input().split()):
    c[x] += 1
print(*([0] * c[0] + [1] * c[1] + [2] * c[2]))
