from itertools import count
import sys

data = list(map(int, sys.stdin.read().split()))[1:]
wanted = data[::2]
mods = data[1::2]
for number in count():
    ok = True
    for r, m in zip(wanted, mods):
        if number % m != r:
            ok = False
            break
    if ok:
        print(number)
        break
