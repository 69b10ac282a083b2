import sys
sys.setrecursionlimit(10**6)
memo = {1: 1}

def f(x):
    if x in memo:
        return memo[x]
    r = 1 + (f(x // 2) if x % 2 == 0 else f(3 * x + 1))
    memo[x] = r
    return r

n = int(input())
best, who = 0, 0
for i in range(1, n + 1):
    if f(i) > best:
        best, who = f(i), i
print(who, best)
