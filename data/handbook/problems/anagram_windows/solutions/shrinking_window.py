from collections import Counter

w = input()
t = input()
left = Counter(w)
l = 0
ans = 0
for r in range(len(t)):
    left[t[r]] -= 1
    while left[t[r]] < 0:
        left[t[l]] += 1
        l += 1
    if r - l + 1 == len(w):
        ans += 1
print(ans)
