import sys
from itertools import count

number = int(sys.stdin.read().strip())
for candidate in count():
    if candidate**2 > number:
        print(candidate - 1)
        break
