import sys
_, *h = map(int, sys.stdin.read().split())
i, j, a, b, water = 0, len(h) - 1, 0, 0, 0
while i <= j:
    if (a := max(a, h[i])) <= (b := max(b, h[j])):
        water, i = water + a - h[i], i + 1
    else:
        water, j = water + b - h[j], j - 1
print(water)
