import sys
from itertools import groupby


def refine(names, gap):
    n = len(names)
    triples = sorted((names[i], names[i - n + gap], i) for i in range(n))
    fresh = [0] * n
    for number, (_, group) in enumerate(groupby(triples, key=lambda t: t[:2])):
        for *_, i in group:
            fresh[i] = number
    return fresh


def main():
    s = sys.stdin.read().strip()
    names = [ord(ch) - 97 for ch in s]
    gap = 1
    while gap < len(s):
        names = refine(names, gap)
        gap += gap
    at = min(range(len(s)), key=names.__getitem__)
    print(s[at:], s[:at], sep="")


main()
