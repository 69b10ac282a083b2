n = int(input())
g = list(map(int, input().split()))
c = list(map(int, input().split()))
s = 0
low = 0
pos = 0
for i in range(n):
    s += g[i] - c[i]
    if s < low:
        low = s
        pos = i + 1
print(pos if s >= 0 else -1)
