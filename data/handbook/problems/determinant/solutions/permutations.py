from itertools import permutations

n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]
det = 0
for p in permutations(range(n)):
    sign = 1
    for i in range(n):
        for j in range(i):
            if p[j] > p[i]:
                sign = -sign
    t = sign
    for i in range(n):
        t *= a[i][p[i]]
    det += t
print(det)
