w = input()
t = input()
n = len(t)
m = len(w)
p = [[0] * 26]
for ch in t:
    row = p[-1][:]
    row[ord(ch) - 97] += 1
    p.append(row)
need = [w.count(chr(97 + c)) for c in range(26)]
ans = 0
for i in range(n - m + 1):
    ok = True
    for c in range(26):
        if p[i + m][c] - p[i][c] != need[c]:
            ok = False
            break
    if ok:
        ans += 1
print(ans)
