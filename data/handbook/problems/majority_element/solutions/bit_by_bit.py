n = int(input())
a = list(map(int, input().split()))
x = 0
for b in range(20):
    if sum(v >> b & 1 for v in a) * 2 > n:
        x |= 1 << b
print(x if a.count(x) * 2 > n else -1)
