n, s = map(int, input().split())
coins = list(map(int, input().split()))
ways = [0] * (s + 1)
for c in coins:
    if c > s:
        continue
    ways[c] += 1
    for t in range(c + 1, s + 1):
        ways[t] += ways[t - c]
print(ways[s] % (10**9 + 7))
