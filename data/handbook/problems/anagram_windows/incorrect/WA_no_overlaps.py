w = input()
t = input()
m = len(w)
key = sorted(w)
i = ans = 0
while i + m <= len(t):
    if sorted(t[i:i + m]) == key:
        ans += 1
        i += m
    else:
        i += 1
print(ans)
