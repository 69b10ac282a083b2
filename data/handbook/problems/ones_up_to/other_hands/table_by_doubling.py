from itertools import islice

n = int(input())
level = bytes([0])
while len(level) < n + 1:
    level = level + bytes(map((1).__add__, level))
s = 0
for v in islice(level, n + 1):
    s += v
print(s)
