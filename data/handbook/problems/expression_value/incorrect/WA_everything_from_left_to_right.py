import re


def value(tokens):
    v, op = 0, "+"
    while tokens:
        t = tokens.pop(0)
        if t == ")":
            break
        if t in "+-*":
            op = t
            continue
        w = value(tokens) if t == "(" else int(t)
        v = v + w if op == "+" else v - w if op == "-" else v * w
    return v


print(value(re.findall(r"\d+|.", input())))
