s = input().strip()
print((s + s).find(s, 1))
