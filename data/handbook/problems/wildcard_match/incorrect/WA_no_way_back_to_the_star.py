def match(s, p):
    i = j = 0
    while i < len(s):
        if j < len(p) and p[j] == "*":
            if j + 1 == len(p):
                return True
            while i < len(s) and p[j + 1] not in ("?", "*", s[i]):
                i += 1
            j += 1
        elif j < len(p) and p[j] in ("?", s[i]):
            i += 1
            j += 1
        else:
            return False
    return all(c == "*" for c in p[j:])


p = input()
for _ in range(int(input())):
    print("YES" if match(input(), p) else "NO")
