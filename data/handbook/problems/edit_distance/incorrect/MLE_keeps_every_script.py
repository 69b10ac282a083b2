a = input()
b = input()
table = {}
for i in range(len(a) + 1):
    for j in range(len(b) + 1):
        if i == 0 and j == 0:
            table[i, j] = (0, [])
            continue
        options = []
        if i and j:
            cost, script = table[i - 1, j - 1]
            options.append((cost + (a[i - 1] != b[j - 1]), script, "replace"))
        if i:
            cost, script = table[i - 1, j]
            options.append((cost + 1, script, "delete"))
        if j:
            cost, script = table[i, j - 1]
            options.append((cost + 1, script, "insert"))
        cost, script, step = min(options)
        table[i, j] = (cost, script + [step])
print(table[len(a), len(b)][0])
