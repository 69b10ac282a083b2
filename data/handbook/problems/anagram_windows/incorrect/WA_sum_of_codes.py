w = input()
t = input()
m = len(w)
key = sum(map(ord, w))
ans = 0
for i in range(len(t) - m + 1):
    if sum(map(ord, t[i:i + m])) == key:
        ans += 1
print(ans)
