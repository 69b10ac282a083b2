n = int(input())
a = sorted(map(int, input().split()))
ans = a[-1]
for i in range(0, n - 1, 2):
    if a[i] != a[i + 1]:
        ans = a[i]
        break
print(ans)
