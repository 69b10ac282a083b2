a = input()
b = input()
dp = list(range(len(b) + 1))
for i, x in enumerate(a, 1):
    new = [i]
    for j, y in enumerate(b, 1):
        new.append(dp[j - 1] if x == y else 1 + min(dp[j], new[-1]))
    dp = new
print(dp[-1])
