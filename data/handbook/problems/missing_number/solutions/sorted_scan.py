n = int(input())
a = sorted(map(int, input().split()))
ans = n
for i in range(n):
    if a[i] != i:
        ans = i
        break
print(ans)
