# one token of look-ahead; every level of precedence is a nested function
import sys


def main():
    text = sys.stdin.read().strip() + "$"

    def scanner():
        number = ""
        for ch in text:
            if ch.isdigit():
                number += ch
                continue
            if number:
                yield int(number)
                number = ""
            yield ch

    tokens = scanner()
    current = next(tokens)

    def advance():
        nonlocal current
        before, current = current, next(tokens, "$")
        return before

    def primary():
        if current == "(":
            advance()
            inside = total()
            advance()
            return inside
        return advance()

    def product():
        result = primary()
        while current == "*":
            advance()
            result = result * primary()
        return result

    def total():
        result = product()
        while current == "+" or current == "-":
            result = result + product() if advance() == "+" else result - product()
        return result

    print(total())


main()
