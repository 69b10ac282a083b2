# n p(n) = sigma(1) p(n - 1) + sigma(2) p(n - 2) + ... + sigma(n) p(0)
n = int(input())
sigma = [0] * (n + 1)
for d in range(1, n + 1):
    for m in range(d, n + 1, d):
        sigma[m] += d
p = [1]
for m in range(1, n + 1):
    p.append(sum(sigma[k] * p[m - k] for k in range(1, m + 1)) // m)
print(p[n])
