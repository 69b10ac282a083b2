def value(s):
    depth = 0
    star = -1
    for i in range(len(s) - 1, -1, -1):
        c = s[i]
        if c == ")":
            depth += 1
        elif c == "(":
            depth -= 1
        elif depth == 0:
            if c == "+":
                return value(s[:i]) + value(s[i + 1 :])
            if c == "-":
                return value(s[:i]) - value(s[i + 1 :])
            if c == "*" and star < 0:
                star = i
    if star >= 0:
        return value(s[:star]) * value(s[star + 1 :])
    if s[0] == "(":
        return value(s[1:-1])
    return int(s)


print(value(input().strip()))
