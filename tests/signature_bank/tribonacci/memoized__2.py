def trib(k, mod, memo):
    if k not in memo:
        memo[k] = (trib(k - 1, mod, memo) + trib(k - 2, mod, memo) + trib(k - 3, mod, memo)) % mod
    return memo[k]


def main():
    n, mod = (int(x) for x in input().split())
    print(trib(n, mod, {0: 0, 1: 1, 2: 1}))


main()
