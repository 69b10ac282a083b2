s = input()
best = 0


def piece(i):
    """parses as many balanced groups as there are from i on; returns where they end"""
    global best
    start = i
    while i < len(s) and s[i] == "(":
        end = piece(i + 1)
        if end == len(s) or s[end] != ")":
            break
        i = end + 1
    best = max(best, i - start)
    return i


i = 0
while i < len(s):
    end = piece(i)
    i = end if end > i else i + 1
print(best)
