a = input()
b = input()
j = 0
ans = 0
for c in a:
    k = b.find(c, j)
    if k >= 0:
        ans += 1
        j = k + 1
print(ans)
