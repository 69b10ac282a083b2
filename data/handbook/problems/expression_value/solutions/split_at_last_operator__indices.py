# the operator that is applied last is the rightmost of the lowest rank outside all brackets
import sys

text = sys.stdin.readline().rstrip("\n")


def last_operator(lo, hi, operators):
    level = 0
    found = None
    for k in range(lo, hi):
        if text[k] == "(":
            level += 1
        elif text[k] == ")":
            level -= 1
        elif level == 0 and text[k] in operators:
            found = k
    return found


def evaluate(lo, hi):
    k = last_operator(lo, hi, "+-")
    if k is None:
        k = last_operator(lo, hi, "*")
    if k is None:
        if text[lo] == "(":
            return evaluate(lo + 1, hi - 1)
        return int(text[lo:hi])
    left, right = evaluate(lo, k), evaluate(k + 1, hi)
    if text[k] == "+":
        return left + right
    return left - right if text[k] == "-" else left * right


print(evaluate(0, len(text)))
