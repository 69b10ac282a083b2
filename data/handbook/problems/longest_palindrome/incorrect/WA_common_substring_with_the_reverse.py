s = input()
t = s[::-1]
n = len(s)
best = 0
row = [0] * (n + 1)
for i in range(n):
    new = [0] * (n + 1)
    for j in range(n):
        if s[i] == t[j]:
            new[j + 1] = row[j] + 1
            best = max(best, new[j + 1])
    row = new
print(best)
