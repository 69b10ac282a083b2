n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]
i, j = 0, n - 1
while i < j:
    if a[i][j]:
        i += 1
    else:
        j -= 1
ok = all(j == i or (a[j][i] and not a[i][j]) for j in range(n))
print(i + 1 if ok else -1)
