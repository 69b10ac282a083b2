n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]
for i in range(n):
    a[i][i] = 0
c = [sum(row) for row in a].index(0)
print(c + 1 if sum(row[c] for row in a) == n - 1 else -1)
