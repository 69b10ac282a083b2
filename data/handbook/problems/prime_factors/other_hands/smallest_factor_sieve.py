import sys

ask = list(map(int, sys.stdin.read().split()))[1:]
top = max(ask)
small = list(range(top + 1))
# large divisors first, smaller ones write over them
p = int(top ** 0.5) + 1
while p > 1:
    for m in range(p * p, top + 1, p):
        small[m] = p
    p -= 1


def walk(n):
    while n > 1:
        f = small[n]
        yield str(f)
        n //= f


sys.stdout.write("\n".join(" ".join(walk(n)) for n in ask) + "\n")
