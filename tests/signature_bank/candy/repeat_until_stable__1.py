n = int(input())
a = list(map(int, input().split()))
c = [1] * n
changed = True
while changed:
    changed = False
    for i in range(n):
        if i > 0 and a[i] > a[i - 1] and c[i] <= c[i - 1]:
            c[i] = c[i - 1] + 1
            changed = True
        if i < n - 1 and a[i] > a[i + 1] and c[i] <= c[i + 1]:
            c[i] = c[i + 1] + 1
            changed = True
print(sum(c))
