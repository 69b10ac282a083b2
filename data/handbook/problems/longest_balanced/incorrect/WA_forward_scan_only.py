s = input()
opened = closed = best = 0
for c in s:
    if c == "(":
        opened += 1
    else:
        closed += 1
    if opened == closed:
        best = max(best, opened + closed)
    elif closed > opened:
        opened = closed = 0
print(best)
