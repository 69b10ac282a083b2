from math import factorial

size = int(input())
gone = 0
before = 0
for left, token in zip(range(size - 1, -1, -1), input().split()):
    v = int(token) - 1
    used_below = bin(gone % (1 << v)).count("1")
    before += (v - used_below) * factorial(left)
    gone += 1 << v
print(before + 1)
