n, *rest = map(int, open(0).read().split())
diff = [a - b for a, b in zip(rest[:n], rest[n:])]

# from behind: the rest of the list that brings in the most
suffix = 0
best, pos = float("-inf"), None
for i in reversed(range(n)):
    suffix += diff[i]
    if suffix >= best:
        best, pos = suffix, i
print(pos + 1 if suffix >= 0 else -1)
