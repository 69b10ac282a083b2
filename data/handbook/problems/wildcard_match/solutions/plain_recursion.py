def match(p, s):
    if p == "":
        return s == ""
    if p[0] == "*":
        return match(p[1:], s) or (s != "" and match(p, s[1:]))
    if s == "":
        return False
    return (p[0] == "?" or p[0] == s[0]) and match(p[1:], s[1:])


p = input()
for _ in range(int(input())):
    print("YES" if match(p, input()) else "NO")
