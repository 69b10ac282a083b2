s = input()
p = min(range(len(s)), key=lambda i: s[i:])
print(s[p:] + s[:p])
