n = int(input())
a = list(map(int, input().split()))
used = [False] * (n + 2)
s = 0
for i in sorted(range(n), key=lambda i: -a[i]):
    if a[i] > 0 and not used[i] and not used[i + 2]:
        used[i + 1] = True
        s += a[i]
print(s)
