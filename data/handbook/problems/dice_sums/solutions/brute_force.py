from itertools import product

n, k, s = map(int, input().split())
cnt = 0
for throw in product(range(1, k + 1), repeat=n):
    if sum(throw) == s:
        cnt += 1
print(cnt)
