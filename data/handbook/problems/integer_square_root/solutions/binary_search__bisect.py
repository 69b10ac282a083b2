import sys
from bisect import bisect_right

number = int(sys.stdin.readline())
print(bisect_right(range(1, 10**5), number, key=lambda root: root * root))
