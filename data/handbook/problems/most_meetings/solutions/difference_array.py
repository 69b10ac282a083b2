n = int(input())
d = [0] * 602
for _ in range(n):
    s, e = map(int, input().split())
    d[s] += 1
    d[e] -= 1
for t in range(1, 602):
    d[t] += d[t - 1]
print(max(d))
