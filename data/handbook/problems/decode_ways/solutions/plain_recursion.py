def count(s):
    if s == "":
        return 1
    if s[0] == "0":
        return 0
    res = count(s[1:])
    if len(s) > 1 and int(s[:2]) < 27:
        res += count(s[2:])
    return res


print(count(input().strip()))
