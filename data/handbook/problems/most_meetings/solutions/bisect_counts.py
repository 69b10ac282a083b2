from bisect import bisect_right

n = int(input())
starts, ends = [], []
for _ in range(n):
    s, e = map(int, input().split())
    starts.append(s)
    ends.append(e)
starts.sort()
ends.sort()
# begun up to now, less those that are over
print(max(bisect_right(starts, s) - bisect_right(ends, s) for s in starts))
