import re

tokens = re.findall(r"\d+|.", input())


def expr():
    v = term()
    if tokens and tokens[0] in "+-":
        return v + expr() if tokens.pop(0) == "+" else v - expr()
    return v


def term():
    v = atom()
    if tokens and tokens[0] == "*":
        tokens.pop(0)
        return v * term()
    return v


def atom():
    t = tokens.pop(0)
    if t == "(":
        v = expr()
        tokens.pop(0)
        return v
    return int(t)


print(expr())
