s, a, b, c, m = map(int, input().split())
first = [-1] * m
x = s
i = 0
while first[x] == -1:
    first[x] = i
    x = (a * x * x + b * x + c) % m
    i += 1
print(first[x], i - first[x])
