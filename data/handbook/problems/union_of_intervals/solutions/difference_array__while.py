import sys

d = {}
for line in sys.stdin.readlines()[1:]:
    l, r = map(int, line.split())
    d[l] = d.get(l, 0) + 1
    d[r] = d.get(r, 0) - 1
metre = layers = painted = 0
while metre < 1000:
    layers += d.get(metre, 0)
    if layers:
        painted += 1
    metre += 1
print(painted)
