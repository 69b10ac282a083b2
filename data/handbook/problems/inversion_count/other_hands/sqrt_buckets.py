import sys
SHIFT = 7
n = int(sys.stdin.readline())
a = list(map(int, sys.stdin.readline().split()))

# equal numbers: the later one gets the greater place, so they make no inversion
order = sorted(range(n), key=a.__getitem__)
place = [0] * n
for p, i in enumerate(order):
    place[i] = p

present = bytearray(n)
blocks = [0] * ((n >> SHIFT) + 1)
total = 0
for i in range(n - 1, -1, -1):
    p = place[i]
    b = p >> SHIFT
    total += sum(blocks[:b]) + present.count(1, b << SHIFT, p)
    present[p] = 1
    blocks[b] += 1
print(total)
