n = int(input())
a = sorted(map(int, input().split()), reverse=True)
ans = 0
for x in a:
    ans = max(ans, ans ^ x)
print(ans)
