from itertools import accumulate

BITS = 5
MASK = (1 << BITS) - 1


def one_pass(src, shift):
    size = [0] * (MASK + 1)
    for x in src:
        size[x >> shift & MASK] += 1
    end = list(accumulate(size))
    dst = src[:]
    for x in reversed(src):
        d = x >> shift & MASK
        end[d] -= 1
        dst[end[d]] = x
    return dst


input()
values = list(map(int, input().split()))
shift = 0
while max(values) >> shift:
    values = one_pass(values, shift)
    shift += BITS
print(*values)
