n, s = map(int, input().split())
coins = list(map(int, input().split()))
# table[t, k]: the ways to pay t with exactly k coins, and a coin that occurs in one of them
table = {(0, 0): (1, None)}
low = s + 1
for c in coins:
    low = min(low, c)
    for t in range(c, s + 1):
        for k in range(1, t // low + 1):
            if (t - c, k - 1) in table:
                ways = table[t - c, k - 1][0]
                if (t, k) in table:
                    ways += table[t, k][0]
                table[t, k] = (ways % (10**9 + 7), c)
print(sum(table[s, k][0] for k in range(s + 1) if (s, k) in table) % (10**9 + 7))
