n = int(input())
a = list(map(int, input().split()))
for e in (1, 10, 100, 1000):
    b = [[] for _ in range(10)]
    for x in a:
        b[x // e % 10].append(x)
    a = [x for c in b for x in c]
print(*a)
