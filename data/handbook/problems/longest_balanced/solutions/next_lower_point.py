# for every start: the first point below it (monotonic stack), then the last point of its height before that
from bisect import bisect_left

s = input()
n = len(s)
h = [0]
for c in s:
    h.append(h[-1] + (1 if c == "(" else -1))
where = {}
for i, v in enumerate(h):
    where.setdefault(v, []).append(i)
lower = [n + 1] * (n + 1)
stack = []
for i in range(n + 1):
    while stack and h[stack[-1]] > h[i]:
        lower[stack.pop()] = i
    stack.append(i)
best = 0
for i in range(n + 1):
    places = where[h[i]]
    best = max(best, places[bisect_left(places, lower[i]) - 1] - i)
print(best)
