s = input().strip()
ok = bytearray(len(s))
waiting = []
for pos, ch in enumerate(s):
    if ch == "(":
        waiting.append(pos)
    elif waiting:
        ok[pos] = 1
        ok[waiting.pop()] = 1

best = run = 0
for flag in ok:
    run = run + 1 if flag else 0
    best = max(best, run)
print(best)
