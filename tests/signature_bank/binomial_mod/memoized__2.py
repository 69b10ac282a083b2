def choose(n, k, mod, memo):
    if k < 0 or k > n:
        return 0
    if n == 0:
        return 1
    if (n, k) not in memo:
        memo[n, k] = (choose(n - 1, k, mod, memo) + choose(n - 1, k - 1, mod, memo)) % mod
    return memo[n, k]


n, k, mod = [int(x) for x in input().split()]
print(choose(n, k, mod, {}))
