import sys
from bisect import bisect_right

P = 2**89 - 1
X = 1000003


def count(word):
    n = len(word)
    power = [1]
    for _ in range(n):
        power.append(power[-1] * X % P)
    up, down = [0], [0]
    for k, ch in enumerate(word):
        up.append((up[-1] + ord(ch) * power[k]) % P)
        down.append((down[-1] + ord(ch) * power[n - 1 - k]) % P)

    def differs(l, r):
        return ((up[r] - up[l]) * power[n - r] - (down[r] - down[l]) * power[l]) % P != 0

    total = 0
    for a in range(n):
        # longest arms around letter a, and around the gap before it
        total += bisect_right(range(1, min(a, n - 1 - a) + 1), False, key=lambda k: differs(a - k, a + k + 1)) + 1
        total += bisect_right(range(1, min(a, n - a) + 1), False, key=lambda k: differs(a - k, a + k))
    return total


print(count(sys.stdin.readline().strip()))
