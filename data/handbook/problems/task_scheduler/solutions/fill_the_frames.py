# write the schedule: the most frequent kind opens the frames, all others are dealt out to them in turn
from collections import Counter

k = int(input())
s = input().strip()
order = Counter(s).most_common()
m = order[0][1]
frames = [[] for _ in range(m)]
p = 0
for kind, c in order:
    if c == m:
        for f in frames:
            f.append(kind)
    elif c == m - 1:
        for f in frames[:-1]:
            f.append(kind)
    else:
        for _ in range(c):
            frames[p].append(kind)
            p = (p + 1) % (m - 1)
print(sum(max(k + 1, len(f)) for f in frames[:-1]) + len(frames[-1]))
