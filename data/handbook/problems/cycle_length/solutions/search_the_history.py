s, a, b, c, m = map(int, input().split())
history = []
x = s
while x not in history:
    history.append(x)
    x = (a * x * x + b * x + c) % m
t = history.index(x)
print(t, len(history) - t)
