n = int(input())
a = input().split()
ans = -1
for x in a:
    if a.count(x) * 2 > n:
        ans = x
        break
print(ans)
