import sys


def tokenize(text: str) -> list[str]:
    spaced = text
    for symbol in "+-*()":
        spaced = spaced.replace(symbol, f" {symbol} ")
    return spaced.split()


def to_postfix(tokens: list[str]) -> list[str]:
    """Infix to postfix."""
    rank = {"+": 1, "-": 1, "*": 2}
    output: list[str] = []
    stack: list[str] = []
    for token in tokens:
        if token not in "+-*()":
            output.append(token)
            continue
        if token == "(":
            stack.append(token)
            continue
        if token == ")":
            while (top := stack.pop()) != "(":
                output.append(top)
            continue
        while stack and stack[-1] in rank and rank[stack[-1]] >= rank[token]:
            output.append(stack.pop())
        stack.append(token)
    while stack:
        output.append(stack.pop())
    return output


def evaluate(postfix: list[str]) -> int:
    stack: list[int] = []
    for token in postfix:
        if token == "+":
            right = stack.pop()
            stack[-1] += right
        elif token == "-":
            right = stack.pop()
            stack[-1] -= right
        elif token == "*":
            right = stack.pop()
            stack[-1] *= right
        else:
            stack.append(int(token))
    return stack[0]


print(evaluate(to_postfix(tokenize(sys.stdin.read()))))
