n, t = map(int, input().split())
a = list(map(int, input().split()))
ans = -1
for i in range(n):
    if a[i] == t:
        ans = i
        break
print(ans)
