# Hall / Koenig-Ore: answer = a - max over sets of riders of (size - number of horses they know)
a, b, k = map(int, input().split())
nb = [0] * a
for _ in range(k):
    x, y = map(int, input().split())
    nb[x - 1] |= 1 << y
worst = 0
for mask in range(1 << a):
    size = 0
    horses = 0
    for i in range(a):
        if mask >> i & 1:
            size += 1
            horses |= nb[i]
    worst = max(worst, size - bin(horses).count("1"))
print(a - worst)
