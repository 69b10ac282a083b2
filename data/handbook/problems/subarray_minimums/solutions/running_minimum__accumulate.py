import sys
from itertools import accumulate

_, *numbers = map(int, sys.stdin.read().split())
print(sum(sum(accumulate(numbers[start:], min)) for start in range(len(numbers))))
