n = int(input())
a = list(map(int, input().split()))
low = a[0]
ans = 0
for x in a:
    if x < low:
        low = x
    elif x - low > ans:
        ans = x - low
print(ans)
