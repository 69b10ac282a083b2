import sys

MOD = 10 ** 9 + 7


def ways(n: int) -> int:
    halves = []
    while n:
        halves.append(n)
        n //= 2
    # w(k - 1) and w(k), where w(k) is the number of ways up k steps
    prev, cur = 0, 1
    while halves:
        odd = halves.pop() & 1
        twice = (cur * cur + prev * prev) % MOD
        if odd:
            prev, cur = twice, cur * (cur + 2 * prev) % MOD
        else:
            prev, cur = prev * (2 * cur - prev) % MOD, twice
    return cur


print(ways(int(sys.stdin.readline())))
