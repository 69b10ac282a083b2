s, a, b, c, m = map(int, input().split())
f = lambda x: (a * x * x + b * x + c) % m
slow, fast = f(s), f(f(s))
steps = 1
while slow != fast:
    slow = f(slow)
    fast = f(f(fast))
    steps += 1
t = 0
slow = s
while slow != fast:
    slow = f(slow)
    fast = f(fast)
    t += 1
print(t, steps)
