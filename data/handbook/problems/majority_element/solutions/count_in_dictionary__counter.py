import sys
from collections import Counter

n, *numbers = map(int, sys.stdin.read().split())
(value, times), = Counter(numbers).most_common(1)
print(value if times > n // 2 else -1)
