import sys
from itertools import takewhile


def arm(left, right):
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right)))


word = sys.stdin.readline().strip()
longest = 0
for mid in range(len(word)):
    behind = word[:mid][::-1]
    longest = max(
        longest,
        2 * arm(behind, word[mid + 1:]) + 1,
        2 * arm(behind, word[mid:]),
    )
print(longest)
