def match(s, p):
    i = j = 0
    star = -1
    back = 0
    while i < len(s):
        if j < len(p) and p[j] == "*":
            star = j
            back = i
            j += 1
        elif j < len(p) and (p[j] == "?" or p[j] == s[i]):
            i += 1
            j += 1
        elif star >= 0:
            # the last star swallows one more letter
            back += 1
            i = back
            j = star + 1
        else:
            return False
    while j < len(p) and p[j] == "*":
        j += 1
    return j == len(p)


p = input()
q = int(input())
for _ in range(q):
    s = input()
    if match(s, p):
        print("YES")
    else:
        print("NO")
