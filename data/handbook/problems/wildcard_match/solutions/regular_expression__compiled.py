import sys
from re import compile as build, escape

TRANSLATION = {"?": "[a-z]", "*": "[a-z]*"}


def translate(wild):
    parts = ["^"]
    previous = None
    for symbol in wild:
        # two stars are as good as one
        if not (symbol == previous == "*"):
            parts.append(TRANSLATION.get(symbol, escape(symbol)))
        previous = symbol
    parts.append(r"\Z")
    return build("".join(parts))


with open(0) as stream:
    expression = translate(stream.readline().strip())
    count = int(stream.readline())
    for _ in range(count):
        found = expression.match(stream.readline().strip())
        sys.stdout.write("NO\n" if found is None else "YES\n")
