# prefix sums of an old state and a short list of the changes since then
from itertools import accumulate

n, q = map(int, input().split())
a = list(map(int, input().split()))
prefix = [0, *accumulate(a)]
pending = []
for _ in range(q):
    op, i, x = input().split()
    i, x = int(i), int(x)
    if op == "+":
        a[i - 1] += x
        pending.append((i, x))
        if len(pending) > 150:
            prefix = [0, *accumulate(a)]
            pending.clear()
    else:
        print(prefix[x] - prefix[i - 1] + sum(d for p, d in pending if i <= p <= x))
