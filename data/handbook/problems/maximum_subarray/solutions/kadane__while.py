import sys
data = sys.stdin.read().split()
i = 1
best = here = None
while i < len(data):
    v = int(data[i])
    if here is None or here <= 0:
        here = v
    else:
        here = here + v
    if best is None or here > best:
        best = here
    i += 1
print(best)
