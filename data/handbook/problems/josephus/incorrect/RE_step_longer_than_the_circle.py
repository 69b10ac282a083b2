n, k = map(int, input().split())
p = list(range(1, n + 1))
i = 0
while len(p) > 1:
    i += k - 1
    if i >= len(p):
        i -= len(p)
    del p[i]
print(p[0])
