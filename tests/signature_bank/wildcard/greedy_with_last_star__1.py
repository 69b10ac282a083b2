s = input().strip()
p = input().strip()
i = j = 0
star = -1
mark = 0
ok = True
while i < len(s):
    if j < len(p) and p[j] in ('?', s[i]):
        i += 1
        j += 1
    elif j < len(p) and p[j] == '*':
        star = j
        mark = i
        j += 1
    elif star != -1:
        j = star + 1
        mark += 1
        i = mark
    else:
        ok = False
        break
while j < len(p) and p[j] == '*':
    j += 1
print("YES" if ok and j == len(p) else "NO")
