import math
import sys


def smaller_behind(values):
    """For every value the number of smaller ones to its right."""
    found = dict.fromkeys(values, 0)
    work = list(values)

    def order(lo, hi):
        if hi - lo <= 1:
            return
        mid = (lo + hi) // 2
        order(lo, mid)
        order(mid, hi)
        out = []
        a, b = mid - 1, hi - 1
        while a >= lo and b >= mid:
            if work[a] > work[b]:
                found[work[a]] += b - mid + 1
                out.append(work[a])
                a -= 1
            else:
                out.append(work[b])
                b -= 1
        out += work[lo:a + 1][::-1] + work[mid:b + 1][::-1]
        work[lo:hi] = reversed(out)

    order(0, len(work))
    return found


size, *perm = map(int, sys.stdin.read().split())
smaller = smaller_behind(perm)
print(1 + sum(smaller[v] * math.factorial(size - at) for at, v in enumerate(perm, 1)))
