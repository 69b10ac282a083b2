s = input().strip()
best = len(s)


def rec(i, pieces):
    global best
    if i == len(s):
        best = min(best, pieces)
        return
    for j in range(i + 1, len(s) + 1):
        t = s[i:j]
        if t == t[::-1]:
            rec(j, pieces + 1)


rec(0, 0)
print(best - 1)
