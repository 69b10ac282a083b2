n = int(input())
a = [input().split() for _ in range(n)]
ans = -1
for c in range(n):
    good = True
    for i in range(n):
        if i == c:
            continue
        if a[c][i] == "1" or a[i][c] == "0":
            good = False
            break
    if good:
        ans = c + 1
        break
print(ans)
