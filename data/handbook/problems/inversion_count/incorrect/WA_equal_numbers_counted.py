from bisect import bisect_left, insort

n = int(input())
seen = []
ans = 0
for x in map(int, input().split()):
    ans += len(seen) - bisect_left(seen, x)
    insort(seen, x)
print(ans)
