import sys


def factors(x):
    f = 2
    while f * f <= x:
        while not x % f:
            yield f
            x //= f
        f += 1
    if x != 1:
        yield x


have = {1}
for prime in factors(int(sys.stdin.read())):
    have |= {prime * d for d in have}
print(len(have))
