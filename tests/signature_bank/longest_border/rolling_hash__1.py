s = input().strip()
M = (1 << 61) - 1
B = 911382323
a = b = 0
pw = 1
best = 0
n = len(s)
for i in range(n - 1):
    a = (a * B + ord(s[i])) % M
    b = (b + ord(s[n - 1 - i]) * pw) % M
    pw = pw * B % M
    if a == b:
        best = i + 1
print(best)
