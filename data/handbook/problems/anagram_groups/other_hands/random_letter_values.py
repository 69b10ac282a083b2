import sys
from collections import defaultdict
from secrets import randbits

weight_of = defaultdict(lambda: randbits(100))

tokens = open(0).read().split()
buckets = defaultdict(list)
for tok in tokens[1:]:
    acc = 0
    for letter in tok:
        acc += weight_of[letter]
    buckets[acc].append(tok)
sys.stdout.write(f"{len(buckets)}\n")
