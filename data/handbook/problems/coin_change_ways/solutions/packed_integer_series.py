# all the counts in one big integer, 160 bits each; 1/(1 - x^c) = (1 + x^c)(1 + x^2c)(1 + x^4c)...
n, s = map(int, input().split())
coins = list(map(int, input().split()))
W = 160  # more than the number of ways for 1, 2, ..., 2000 needs
mask = (1 << W * (s + 1)) - 1
series = 1
for c in coins:
    while c <= s:
        series = (series + (series << W * c)) & mask
        c *= 2
print((series >> W * s) % (10**9 + 7))
