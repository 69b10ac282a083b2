import sys

data = [int(x) for x in sys.stdin.read().split()]
bag, i = [], 1
while i < len(data):
    nxt = i + 1 + data[i]
    bag.extend(data[i + 1:nxt])
    i = nxt
print(*sorted(bag))
