import sys

a, m = [int(t) for t in sys.stdin.read().split()]
candidate = 1
while (a * candidate) % m != 1:
    candidate += 1
print(candidate)
