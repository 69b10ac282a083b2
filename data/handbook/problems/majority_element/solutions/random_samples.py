import random

n = int(input())
a = list(map(int, input().split()))
ans = -1
for _ in range(60):
    x = random.choice(a)
    if a.count(x) * 2 > n:
        ans = x
        break
print(ans)
