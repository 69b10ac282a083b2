n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]
c = 0
for i in range(1, n):
    if a[c][i]:
        c = i
print(c + 1)
