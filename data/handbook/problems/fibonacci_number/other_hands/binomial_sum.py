import sys

n, m = map(int, sys.stdin.readline().split())
fact = [1]
for i in range(1, n + 1):
    fact.append(fact[-1] * i)


def choose(top, k):
    return fact[top] // (fact[k] * fact[top - k])


# k dominoes among the n - 1 cells leave n - 1 - k pieces
print(sum(choose(n - 1 - k, k) for k in range((n + 1) // 2)) % m)
