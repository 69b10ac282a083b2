n = int(input())
d = [0] * 502
for _ in range(n):
    a, b = map(int, input().split())
    d[a] += 1
    d[b + 1] -= 1
for i in range(1, 502):
    d[i] += d[i - 1]
print(max(d))
