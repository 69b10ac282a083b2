n = int(input())
a = list(map(int, input().split()))
s = [1] * n
for i in range(1, n):
    j = i - 1
    while j >= 0 and a[j] <= a[i]:
        j -= s[j]
    s[i] = i - j
print(*s)
