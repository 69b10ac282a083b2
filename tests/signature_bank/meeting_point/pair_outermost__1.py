n = int(input())
a = sorted(map(int, input().split()))
i, j = 0, n - 1
s = 0
while i < j:
    s += a[j] - a[i]
    i += 1
    j -= 1
print(s)
