s, a, b, c, m = map(int, input().split())
seen = {}
x = s
while x not in seen:
    seen[x] = len(seen)
    x = (a * x * x + b * x + c) % m
print(seen[x], len(seen))
