import sys

lines = sys.stdin.read().splitlines()
n = int(lines[0].split()[0])
group = {v: v for v in range(1, n + 1)}
price, missing = 0, n - 1
for c, a, b in sorted((int(c), int(a), int(b)) for a, b, c in map(str.split, lines[1:])):
    while (up := group[a]) != a:
        a = up
    while (up := group[b]) != b:
        b = up
    if a == b:
        continue
    group[b] = a
    price += c
    if (missing := missing - 1) == 0:
        break
print(-1 if missing else price)
