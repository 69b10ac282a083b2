s = input().strip()
pos = 0


def expr():
    global pos
    v = term()
    while pos < len(s) and s[pos] in "+-":
        op = s[pos]
        pos += 1
        w = term()
        v = v + w if op == "+" else v - w
    return v


def term():
    global pos
    v = factor()
    while pos < len(s) and s[pos] == "*":
        pos += 1
        v *= factor()
    return v


def factor():
    global pos
    if s[pos] == "(":
        pos += 1
        v = expr()
        pos += 1
        return v
    start = pos
    while pos < len(s) and s[pos].isdigit():
        pos += 1
    return int(s[start:pos])


print(expr())
