n = int(input())
a = list(map(int, input().split()))
best = n
for i in range(n):
    for j in range(i + 1, n):
        if a[i] == a[j]:
            best = min(best, j)
if best == n:
    print(-1)
else:
    print(a[best])
