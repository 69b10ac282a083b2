import sys


def make_counter(modulus):
    known = [None] * 20

    def shapes(nodes):
        if nodes == 0:
            return 1
        value = known[nodes]
        if value is None:
            value = 0
            left, right = 0, nodes - 1
            while right >= 0:
                value = (value + shapes(left) * shapes(right)) % modulus
                left, right = left + 1, right - 1
            known[nodes] = value
        return value

    return shapes


N, MOD = map(int, sys.stdin.readline().split())
print(make_counter(MOD)(N) % MOD)
