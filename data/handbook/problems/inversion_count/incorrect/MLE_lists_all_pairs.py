n = int(input())
a = list(map(int, input().split()))
pairs = []
for j in range(n):
    for i in range(j):
        if a[i] > a[j]:
            pairs.append((i, j))
print(len(pairs))
