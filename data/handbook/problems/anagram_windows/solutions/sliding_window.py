w = input()
s = input()
m = len(w)
a = [0] * 26
b = [0] * 26
for c in w:
    a[ord(c) - ord('a')] += 1
ans = 0
for i in range(len(s)):
    b[ord(s[i]) - ord('a')] += 1
    if i >= m:
        b[ord(s[i - m]) - ord('a')] -= 1
    if a == b:
        ans += 1
print(ans)
