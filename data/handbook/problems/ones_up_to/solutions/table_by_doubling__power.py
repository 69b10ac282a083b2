import sys


def solve() -> None:
    n = int(sys.stdin.readline())
    bits = [0] * (n + 1)
    power = 1
    while power <= n:
        for low in range(power):
            if power + low > n:
                break
            bits[power + low] = bits[low] + 1
        power *= 2
    print(sum(bits))


solve()
