s, a, b, c, m = map(int, input().split())


def f(x):
    return (a * x * x + b * x + c) % m


slow = f(s)
fast = f(f(s))
while slow != fast:
    slow = f(slow)
    fast = f(f(fast))

mu = 0
slow = s
while slow != fast:
    slow = f(slow)
    fast = f(fast)
    mu += 1

lam = 1
fast = f(slow)
while slow != fast:
    fast = f(fast)
    lam += 1

print(mu, lam)
