n, s = map(int, input().split())
coins = list(map(int, input().split()))
# table[t, k]: the ways to pay t with exactly k coins
table = {(0, 0): 1}
low = s + 1
for c in coins:
    low = min(low, c)
    for t in range(c, s + 1):
        for k in range(1, t // low + 1):
            if (t - c, k - 1) in table:
                table[t, k] = (table.get((t, k), 0) + table[t - c, k - 1]) % (10**9 + 7)
print(sum(table.get((s, k), 0) for k in range(s + 1)) % (10**9 + 7))
