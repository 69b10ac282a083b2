from math import isqrt


def sigma(k):
    s = 0
    for d in range(1, isqrt(k) + 1):
        q, r = divmod(k, d)
        if r == 0:
            s += d if d == q else d + q
    return s


N = int(input())
s = [sigma(k) for k in range(1, N + 1)]
p = [1]
while len(p) <= N:
    # newest first against sigma(1), sigma(2), ...
    p.append(sum(x * y for x, y in zip(s, reversed(p))) // len(p))
print(p[-1])
