def count(coins, s):
    ways = [0] * (s + 1)
    ways[0] = 1
    for c in coins:
        for t in range(c, s + 1):
            ways[t] += ways[t - c]
    return ways


n, s = [int(x) for x in input().split()]
coins = [int(x) for x in input().split()]
left = count(coins[::2], s)
right = count(coins[1::2], s)
print(sum(left[t] * right[s - t] for t in range(s + 1)) % (10**9 + 7))
