from sys import stdin

s = stdin.read().strip()
mirror = s[::-1].translate(str.maketrans("()", ")("))
best = 0
for t in (s, mirror):
    count = {"(": 0, ")": 0}
    for ch in t:
        count[ch] += 1
        if count[")"] > count["("]:
            count = {"(": 0, ")": 0}
        elif count[")"] == count["("]:
            best = max(best, count["("] + count[")"])
print(best)
