MOD = 10 ** 9 + 7


def with_coin(ways, coin):
    for amount in range(len(ways)):
        total = 0
        rest = amount
        while rest >= 0:
            total += ways[rest]
            rest -= coin
        yield total % MOD


def main():
    n, s = map(int, input().split())
    ways = [0] * (s + 1)
    ways[0] = 1
    for coin in map(int, input().split()):
        if coin <= s:
            ways = list(with_coin(ways, coin))
    print(ways[s])


main()
