import sys

word = sys.stdin.readline().rstrip()


def from_the_gap(left, right):
    """letters of the reversed left part against those of the right part, until they differ"""
    steps = 0
    for a, b in zip(left, right):
        if a != b:
            break
        steps += 1
    return steps


total = 0
for i in range(len(word)):
    before = word[:i][::-1]
    total += 1 + from_the_gap(before, word[i + 1 :])
    total += from_the_gap(before, word[i:])
print(total)
