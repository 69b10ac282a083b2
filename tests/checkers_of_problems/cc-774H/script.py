"""Print 1 where the string has as many substrings of one letter as it should, of every length, 0 and why where not."""

import sys
from itertools import groupby


def judge(given, words):
    n, *wanted = map(int, given.split())
    if len(words) != 1:
        return f"{len(words)} words"
    if len(words[0]) != n:
        return f"{len(words[0])} letters, not {n}"
    if not all("a" <= letter <= "z" for letter in words[0]):
        return "not lowercase letters alone"
    counts = [0] * n
    for _, run in groupby(words[0]):
        length = len(list(run))
        for each in range(length):
            counts[each] += length - each
    wrong = [each for each in range(n) if counts[each] != wanted[each]]
    return f"{counts[wrong[0]]} substrings of length {wrong[0] + 1}, not {wanted[wrong[0]]}" if wrong else ""


with open(sys.argv[1]) as given, open(sys.argv[3], errors="replace") as output:
    reason = judge(given.read(), output.read().split())
if reason:
    print(reason, file=sys.stderr)
print(0 if reason else 1)
