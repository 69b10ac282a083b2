from collections import deque
import sys

d = deque(sys.stdin.read().strip())
rotations = []
for _ in range(len(d)):
    rotations.append("".join(d))
    d.rotate(1)
rotations.sort()
print(rotations[0])
