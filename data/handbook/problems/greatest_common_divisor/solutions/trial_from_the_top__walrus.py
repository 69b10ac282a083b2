import sys
_, *a = map(int, sys.stdin.read().split())
d = min(a) + 1
while sum(x % d for x in a) if (d := d - 1) else False:
    pass
print(d)
