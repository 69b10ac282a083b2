import sys
from collections import defaultdict

first, last, _, *vocab = sys.stdin.read().split()

by_pattern = defaultdict(set)
for word in vocab:
    for i in range(len(word)):
        by_pattern[i, word[:i], word[i + 1 :]].add(word)

line = [first]
steps = {first: 0}
for word in line:
    if word == last:
        break
    for i in range(len(word)):
        for other in by_pattern[i, word[:i], word[i + 1 :]]:
            if other not in steps:
                steps[other] = steps[word] + 1
                line.append(other)
print(steps.get(last, -1))
