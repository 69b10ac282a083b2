import sys


def root(n):
    """two bits less of n, one bit less of the root"""
    if n < 2:
        return n
    small = root(n >> 2) << 1
    return small + 1 if (small + 1) * (small + 1) <= n else small


print(root(int(sys.stdin.read())))
