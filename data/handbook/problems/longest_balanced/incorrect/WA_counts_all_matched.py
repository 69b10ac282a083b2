s = input()
depth = pairs = 0
for c in s:
    if c == "(":
        depth += 1
    elif depth:
        depth -= 1
        pairs += 1
print(2 * pairs)
