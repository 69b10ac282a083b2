n, m = map(int, input().split())
f = [0, 1]
while len(f) < 6 * m + 2:
    f.append((f[-1] + f[-2]) % m)
# the remainders repeat after 6m at the latest
print(f[n % (6 * m)] % m)
