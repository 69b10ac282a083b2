n = int(input())
seen = 0
ans = -1
for x in map(int, input().split()):
    if seen >> x & 1:
        ans = x
        break
    seen |= 1 << x
print(ans)
