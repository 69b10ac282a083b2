from functools import reduce

NO = -(10**6)


def compose(p, q):
    a, b, c, d = p
    e, f, g, h = q
    return (max(a + e, b + g), max(a + f, b + h), max(c + e, d + g), max(c + f, d + h))


input()
# (previous free, this one free), (free, taken), (taken, free), (taken, taken)
chain = [(0, int(x), 0, NO) for x in input().split()]
free, taken, *_ = reduce(compose, chain, (0, NO, NO, 0))
print(max(free, taken))
