import re
import sys


class Parser:
    """expression = term {("+" | "-") term}; term = factor {"*" factor}; factor = number | "(" expression ")"."""

    def __init__(self, text: str) -> None:
        self.tokens = re.findall(r"\d+|\S", text)
        self.index = 0

    def peek(self) -> str:
        return self.tokens[self.index] if self.index < len(self.tokens) else ""

    def take(self) -> str:
        token = self.tokens[self.index]
        self.index += 1
        return token

    def expression(self) -> int:
        value = self.term()
        while self.peek() in ("+", "-"):
            if self.take() == "+":
                value += self.term()
            else:
                value -= self.term()
        return value

    def term(self) -> int:
        value = self.factor()
        while self.peek() == "*":
            self.take()
            value *= self.factor()
        return value

    def factor(self) -> int:
        token = self.take()
        if token != "(":
            return int(token)
        value = self.expression()
        self.take()
        return value


def main() -> None:
    print(Parser(sys.stdin.readline()).expression())


if __name__ == "__main__":
    main()
