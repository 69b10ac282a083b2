s, k = input().split()
for _ in range(int(k)):
    s = s.replace(max(s), "", 1)
print(s.lstrip("0") or "0")
