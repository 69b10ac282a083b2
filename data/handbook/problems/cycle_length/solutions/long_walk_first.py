s, a, b, c, m = map(int, input().split())
x = s
for _ in range(m):
    x = (a * x * x + b * x + c) % m
# x is on the cycle now, go round once
cycle = [x]
y = (a * x * x + b * x + c) % m
while y != x:
    cycle.append(y)
    y = (a * y * y + b * y + c) % m
t = 0
x = s
while x not in cycle:
    x = (a * x * x + b * x + c) % m
    t += 1
print(t, len(cycle))
