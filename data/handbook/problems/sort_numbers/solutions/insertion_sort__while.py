import sys

_, *a = map(int, sys.stdin.read().split())
i = 1
while i < len(a):
    j = i
    while j >= 1 and a[j] < a[j - 1]:
        a[j], a[j - 1] = a[j - 1], a[j]
        j -= 1
    i += 1
print(*a)
