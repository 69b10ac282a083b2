n = int(input())
a = list(map(int, input().split()))
ans = -1
for x in a:
    x = abs(x)
    if a[x - 1] < 0:
        ans = x
        break
    a[x - 1] = -a[x - 1]
print(ans)
