n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]
out = [0] * n
inn = [0] * n
for i in range(n):
    for j in range(n):
        if i != j and a[i][j]:
            out[i] += 1
            inn[j] += 1
ans = -1
for i in range(n):
    if inn[i] == n - 1 and out[i] == 0:
        ans = i + 1
print(ans)
