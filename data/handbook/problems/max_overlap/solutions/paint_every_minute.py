n = int(input())
c = [0] * 501
for _ in range(n):
    a, b = map(int, input().split())
    for t in range(a, b + 1):
        c[t] += 1
print(max(c))
