n = int(input())
a = list(map(int, input().split()))
ans = 0
for i in range(n):
    m = a[i]
    for j in range(i, n):
        if a[j] < m:
            m = a[j]
        ans += m
print(ans)
