import sys

n, *v = map(int, sys.stdin.read().split())
top = 0
for chosen in range(2 ** n):
    acc, rest, i = 0, chosen, 0
    while rest:
        rest, bit = divmod(rest, 2)
        if bit:
            acc ^= v[i]
        i += 1
    if acc > top:
        top = acc
print(top)
