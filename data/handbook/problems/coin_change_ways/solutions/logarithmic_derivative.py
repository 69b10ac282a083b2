# P = 1 / prod(1 - x^c) has t * P[t] = sum over k of S[k] * P[t - k], S[k] the sum of the coins that divide k
import sys

MOD = 10**9 + 7
data = sys.stdin.read().split()
n, s = int(data[0]), int(data[1])
coins = list(map(int, data[2:]))
S = [0] * (s + 1)
for c in coins:
    for k in range(c, s + 1, c):
        S[k] += c
P = [1]
for t in range(1, s + 1):
    total = sum(x * y for x, y in zip(S[1 : t + 1], reversed(P)))
    P.append(total * pow(t, MOD - 2, MOD) % MOD)
print(P[s])
