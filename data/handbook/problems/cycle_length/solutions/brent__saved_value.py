# keep one old value, replace it at steps 1, 2, 4, 8, ...
import sys

s, a, b, c, m = (int(v) for v in open(0).read().split())

saved, x, limit, period = s, s, 1, 0
found = False
while not found:
    for period in range(1, limit + 1):
        x = (a * x * x + b * x + c) % m
        if x == saved:
            found = True
            break
    else:
        saved = x
        limit <<= 1

front, back, tail = s, s, 0
k = period
while k:
    front = (a * front * front + b * front + c) % m
    k -= 1
while front != back:
    front = (a * front * front + b * front + c) % m
    back = (a * back * back + b * back + c) % m
    tail += 1
sys.stdout.write(str(tail) + " " + str(period) + "\n")
