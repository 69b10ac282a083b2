s = input()
seen = set()
best = 0
for c in s:
    if c in seen:
        seen = {c}
    else:
        seen.add(c)
    best = max(best, len(seen))
print(best)
