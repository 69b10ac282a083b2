n, s = map(int, input().split())
coins = list(map(int, input().split()))
if s == 0:
    print(1)
else:
    ways = [0] * (s + 1)
    for c in coins:
        ways[c] += 1
        for t in range(c + 1, s + 1):
            ways[t] += ways[t - c]
    print(ways[s] % (10**9 + 7))
