from collections import Counter

w = input().strip()
t = input().strip()
need = Counter(w)
ans = 0
for i in range(len(t) - len(w) + 1):
    if Counter(t[i:i + len(w)]) == need:
        ans += 1
print(ans)
