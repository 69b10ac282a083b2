import sys


def to_mask(digits):
    value = 0
    for d in reversed(digits):
        value = value * 2 + int(d)
    return value


def find_star(knows):
    """knows[p]: integer whose bit q tells whether p knows q"""
    n = len(knows)
    everybody = 2**n - 1
    candidates = everybody
    for p in range(n):
        me = 2**p
        others = everybody ^ me
        if knows[p] & others:
            candidates &= ~me
        candidates &= knows[p] | me
        if not candidates:
            return -1
    return candidates.bit_length()


tokens = sys.stdin.read().split()
size = int(tokens.pop(0))
print(find_star([to_mask(tokens[k * size:(k + 1) * size]) for k in range(size)]))
