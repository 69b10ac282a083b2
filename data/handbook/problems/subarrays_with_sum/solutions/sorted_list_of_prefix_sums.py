from bisect import bisect_left, bisect_right, insort

n, k = map(int, input().split())
a = list(map(int, input().split()))
seen = [0]
s = ans = 0
for x in a:
    s += x
    ans += bisect_right(seen, s - k) - bisect_left(seen, s - k)
    insort(seen, s)
print(ans)
