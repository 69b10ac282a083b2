def match(s, p):
    i = j = 0
    star = -1
    while i < len(s):
        if p[j] == "*":
            star = j
            back = i
            j += 1
        elif p[j] == "?" or p[j] == s[i]:
            i += 1
            j += 1
        elif star >= 0:
            back += 1
            i = back
            j = star + 1
        else:
            return False
    return p[j:].strip("*") == ""


p = input()
for _ in range(int(input())):
    print("YES" if match(input(), p) else "NO")
