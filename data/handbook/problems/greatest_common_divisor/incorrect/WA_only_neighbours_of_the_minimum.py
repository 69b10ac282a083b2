n = int(input())
a = sorted(map(int, input().split()))
x, y = a[0], a[min(1, n - 1)]
while y:
    x, y = y, x % y
print(x)
