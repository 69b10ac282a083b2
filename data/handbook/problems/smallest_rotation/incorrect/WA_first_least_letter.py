s = input()
p = s.index(min(s))
print(s[p:] + s[:p])
