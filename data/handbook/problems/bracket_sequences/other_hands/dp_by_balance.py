N, MOD = map(int, input().split())

# cnt[h] = walks that are at height h now; one spare zero stays on the right
cnt = [0] * (2 * N + 2)
cnt[0] = 1
steps = 2 * N
while steps:
    lower = [0] + cnt[:-1]
    upper = cnt[1:] + [0]
    cnt = [(x + y) % MOD for x, y in zip(lower, upper)]
    steps -= 1
print(cnt[0] % MOD)
