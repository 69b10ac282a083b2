n = int(input())
a = list(map(int, input().split()))
# table[i, j]: the longest one that ends at i, its last but one number among the first j, and which that is
table = {}
best = 1
for i in range(n):
    table[i, 0] = (1, None)
    for j in range(i):
        here = table[i, j]
        if a[j] < a[i] and table[j, j][0] >= here[0]:
            here = (table[j, j][0] + 1, j)
        table[i, j + 1] = (here[0], here[1])
    best = max(best, table[i, i][0])
print(best)
