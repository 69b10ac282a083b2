n = int(input())
d = [0] * 600
for _ in range(n):
    s, e = map(int, input().split())
    d[s] += 1
    d[e] -= 1
cur = best = 0
for x in d:
    cur += x
    best = max(best, cur)
print(best)
