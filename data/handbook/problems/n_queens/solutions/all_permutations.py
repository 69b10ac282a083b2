from itertools import permutations

n = int(input())
a = [input() for _ in range(n)]
cnt = 0
for p in permutations(range(n)):
    if any(a[i][p[i]] == "#" for i in range(n)):
        continue
    if len({i + p[i] for i in range(n)}) == n and len({i - p[i] for i in range(n)}) == n:
        cnt += 1
print(cnt)
