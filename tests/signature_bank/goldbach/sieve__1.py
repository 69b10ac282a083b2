n = int(input())
p = [True] * (n + 1)
p[0] = p[1] = False
i = 2
while i * i <= n:
    if p[i]:
        for j in range(i * i, n + 1, i):
            p[j] = False
    i += 1
print(sum(1 for a in range(2, n // 2 + 1) if p[a] and p[n - a]))
