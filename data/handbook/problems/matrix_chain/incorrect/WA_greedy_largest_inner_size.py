n = int(input())
d = list(map(int, input().split()))
cost = 0
while len(d) > 2:
    k = max(range(1, len(d) - 1), key=lambda i: d[i])
    cost += d[k - 1] * d[k] * d[k + 1]
    d.pop(k)
print(cost)
