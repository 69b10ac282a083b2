import bisect
import string

upper, lower = open(0).read().split()
places = {ch: [i for i, c in enumerate(upper) if c == ch][::-1] for ch in string.ascii_lowercase}
INF = len(upper) + 1
thresh = [-1] + [INF] * len(upper)
for ch in lower:
    for i in places[ch]:
        thresh[bisect.bisect_left(thresh, i)] = i
print(sum(0 <= t < INF for t in thresh))
