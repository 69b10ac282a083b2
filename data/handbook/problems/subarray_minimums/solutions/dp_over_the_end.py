# f[i]: sum of the minimums of the subarrays that end at i; jump left over greater numbers
n = int(input())
a = list(map(int, input().split()))
f = [0] * n
prev = [-1] * n
for i in range(n):
    j = i - 1
    while j >= 0 and a[j] >= a[i]:
        j = prev[j]
    prev[i] = j
    f[i] = a[i] * (i - j)
    if j >= 0:
        f[i] += f[j]
print(sum(f))
