n, k, s = map(int, input().split())
row = [1]
for _ in range(n):
    new = [0] * (len(row) + k)
    for t, x in enumerate(row):
        for face in range(1, k + 1):
            new[t + face] += x
    row = new
print(row[s])
