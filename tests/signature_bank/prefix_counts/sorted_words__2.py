import sys


def first_at_least(words, key):
    lo, hi = 0, len(words)
    while lo < hi:
        mid = (lo + hi) // 2
        if words[mid] < key:
            lo = mid + 1
        else:
            hi = mid
    return lo


tokens = sys.stdin.read().split()
n = int(tokens[0])
dictionary = tokens[2 : 2 + n]
dictionary.sort()
for query in tokens[2 + n :]:
    print(first_at_least(dictionary, query + "~") - first_at_least(dictionary, query))
