from collections import Counter

lines = open(0).read().split("\n")
n = int(lines[0])
knows, fans = Counter(), Counter()
for p in range(1, n + 1):
    row = lines[p].split()
    row[p - 1] = "0"
    for q, mark in enumerate(row, 1):
        if mark == "1":
            knows[p] += 1
            fans[q] += 1
print(next((p for p in range(1, n + 1) if not knows[p] and fans[p] == n - 1), -1))
