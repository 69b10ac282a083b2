s = list(input().strip())


def expr():
    v = term()
    while s and s[0] in "+-":
        v = v + term() if s.pop(0) == "+" else v - term()
    return v


def term():
    v = atom()
    while s and s[0] == "*":
        s.pop(0)
        v *= atom()
    return v


def atom():
    t = s.pop(0)
    if t == "(":
        v = expr()
        assert s.pop(0) == ")"
        return v
    assert not s or not s[0].isdigit()
    return int(t)


print(expr())
