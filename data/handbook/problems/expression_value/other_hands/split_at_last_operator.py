from operator import add, mul, sub

OPS = {"+": (0, add), "-": (0, sub), "*": (1, mul)}


def outer(expr):
    nesting = 0
    for where, ch in enumerate(expr):
        nesting += (ch == "(") - (ch == ")")
        if nesting == 0 and ch in OPS:
            yield OPS[ch][0], -where


def calc(expr):
    cut = min(outer(expr), default=None)
    if cut is not None:
        k = -cut[1]
        f = OPS[expr[k]][1]
        return f(calc(expr[:k]), calc(expr[k + 1:]))
    if expr.isdigit():
        return int(expr)
    return calc(expr[1:len(expr) - 1])


print(calc(open(0).readline().strip()))
