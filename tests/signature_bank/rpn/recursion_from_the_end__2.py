import sys


class Reader:
    def __init__(self, tokens):
        self.tokens = tokens
        self.place = len(tokens) - 1

    def value(self):
        token = self.tokens[self.place]
        self.place -= 1
        if token.lstrip("-").isdigit():
            return int(token)
        second = self.value()
        first = self.value()
        return {"+": first + second, "-": first - second, "*": first * second}[token]


print(Reader(sys.stdin.read().split()).value())
