from math import factorial

n = int(input())
p = list(map(int, input().split()))
print(1 + sum((x - 1) * factorial(n - 1 - i) for i, x in enumerate(p)))
