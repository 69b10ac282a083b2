import sys
from itertools import groupby

_, *words = sys.stdin.read().split()
words.sort(key=sorted)
print(sum(1 for _ in groupby(words, key=sorted)))
