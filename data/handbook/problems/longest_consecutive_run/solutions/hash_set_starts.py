n = int(input())
s = set(map(int, input().split()))
ans = 0
for x in s:
    if x - 1 not in s:
        y = x
        while y in s:
            y += 1
        ans = max(ans, y - x)
print(ans)
