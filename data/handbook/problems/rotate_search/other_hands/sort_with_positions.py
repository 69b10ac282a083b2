import sys
from bisect import bisect_right
from operator import itemgetter

rows = sys.stdin.read().splitlines()
values = list(map(int, rows[1].split()))
pairs = sorted(enumerate(values), key=itemgetter(1))
index, keys = zip(*pairs)
for word in rows[2].split():
    x = int(word)
    k = bisect_right(keys, x) - 1
    if k < 0 or keys[k] != x:
        print(-1)
        continue
    print(index[k])
