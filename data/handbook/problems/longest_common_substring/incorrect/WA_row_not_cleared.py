a = input()
b = input()
row = [0] * (len(b) + 1)
best = 0
for c in a:
    for j in range(len(b), 0, -1):
        if b[j - 1] == c:
            row[j] = row[j - 1] + 1
            best = max(best, row[j])
print(best)
