import sys

a, b = sys.stdin.read().split()
row = list(range(len(b) + 1))
for i in range(1, len(a) + 1):
    diag = row[0]
    row[0] = i
    for j in range(1, len(b) + 1):
        keep = row[j]
        row[j] = min(row[j] + 1, row[j - 1] + 1, diag + (a[i - 1] != b[j - 1]))
        diag = keep
print(row[-1])
