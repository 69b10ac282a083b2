# guess a bound on the answer, fill only the band of that width, double the guess when it was too small
import sys

a = sys.stdin.readline().rstrip("\n")
b = sys.stdin.readline().rstrip("\n")
INF = 10**9


def within(bound):
    n, m = len(a), len(b)
    row = [j if j <= bound else INF for j in range(m + 1)]
    for i in range(1, n + 1):
        lo, hi = max(0, i - bound), min(m, i + bound)
        new = [INF] * (m + 1)
        for j in range(lo, hi + 1):
            best = row[j] + 1
            if j:
                best = min(best, new[j - 1] + 1, row[j - 1] + (a[i - 1] != b[j - 1]))
            new[j] = best
        row = new
    return row[m]


bound = max(1, abs(len(a) - len(b)))
while within(bound) > bound:
    bound *= 2
print(within(bound))
