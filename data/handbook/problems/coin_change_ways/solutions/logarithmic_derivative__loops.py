import sys

MOD = 1000000007


def inverse_table(limit):
    inverse = [0, 1]
    for i in range(2, limit + 1):
        inverse.append((MOD - MOD // i) * inverse[MOD % i] % MOD)
    return inverse


def main():
    """t * ways[t] = sum of sigma[k] * ways[t - k], where sigma[k] adds up the coins that divide k."""
    lines = sys.stdin.read().splitlines()
    amount = int(lines[0].split()[1])
    coins = [int(c) for c in lines[1].split()]
    sigma = [sum(c for c in coins if k % c == 0) if k else 0 for k in range(amount + 1)]
    inverse = inverse_table(max(1, amount))
    ways = [0] * (amount + 1)
    ways[0] = 1
    for t in range(1, amount + 1):
        acc = 0
        for k in range(1, t + 1):
            acc += sigma[k] * ways[t - k]
        ways[t] = acc % MOD * inverse[t] % MOD
    print(ways[amount])


main()
