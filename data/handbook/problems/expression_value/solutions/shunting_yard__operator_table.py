# Dijkstra's shunting yard; every bracket is an operator of the lowest rank
import operator
import sys

FUNCTIONS = {"+": operator.add, "-": operator.sub, "*": operator.mul}
RANK = {"(": 0, ")": 1, "+": 2, "-": 2, "*": 3}


def evaluate(text):
    values, pending = [], []
    number = ""
    for ch in "(" + text + ")":
        if ch in "0123456789":
            number += ch
            continue
        if number:
            values.append(int(number))
            number = ""
        if ch != "(":
            while RANK[pending[-1]] >= RANK[ch]:
                right, left = values.pop(), values.pop()
                values.append(FUNCTIONS[pending.pop()](left, right))
        if ch == ")":
            pending.pop()
        else:
            pending.append(ch)
    return values.pop()


print(evaluate(sys.stdin.read().strip()))
