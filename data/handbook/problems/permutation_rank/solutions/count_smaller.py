from math import factorial

n = int(input())
p = list(map(int, input().split()))
ans = 1
for i in range(n):
    smaller = 0
    for j in range(i + 1, n):
        if p[j] < p[i]:
            smaller += 1
    ans += smaller * factorial(n - 1 - i)
print(ans)
