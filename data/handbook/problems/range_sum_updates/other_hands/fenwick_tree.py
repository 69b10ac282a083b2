import sys

rl = sys.stdin.readline
n, q = map(int, rl().split())
bit = [0] * n


def bump(k, d):
    while k < n:
        bit[k] += d
        k |= k + 1


def upto(k):
    acc = 0
    while k >= 0:
        acc += bit[k]
        k = (k & (k + 1)) - 1
    return acc


for k, v in enumerate(rl().split()):
    bump(k, int(v))
for _ in range(q):
    what, p, r = rl().split()
    if what == "?":
        print(upto(int(r) - 1) - upto(int(p) - 2))
    else:
        bump(int(p) - 1, int(r))
