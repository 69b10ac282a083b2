import operator
import sys

OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul}


def evaluate(tokens: list[str]) -> int:
    stack: list[int] = []
    for token in tokens:
        if token in OPS:
            right, left = stack.pop(), stack.pop()
            stack.append(OPS[token](left, right))
        else:
            stack.append(int(token))
    return stack.pop()


print(evaluate(sys.stdin.read().split()))
