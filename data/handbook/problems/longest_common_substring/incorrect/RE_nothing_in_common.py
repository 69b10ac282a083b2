s = input()
t = input()
found = []
for i in range(len(s)):
    for j in range(i + 1, len(s) + 1):
        if s[i:j] in t:
            found.append(s[i:j])
print(len(max(found, key=len)))
