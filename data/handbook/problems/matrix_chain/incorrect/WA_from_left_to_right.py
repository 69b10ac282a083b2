n = int(input())
d = list(map(int, input().split()))
print(sum(d[0] * d[i] * d[i + 1] for i in range(1, n)))
