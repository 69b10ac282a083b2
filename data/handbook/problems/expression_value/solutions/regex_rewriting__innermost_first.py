import re
import sys

INNERMOST = re.compile(r"\(([^()]*)\)")
PRODUCT = re.compile(r"(m?\d+)\*(m?\d+)")
SUM = re.compile(r"^(m?\d+)([-+])(m?\d+)")


def number(text: str) -> int:
    return -int(text[1:]) if text[0] == "m" else int(text)


def show(value: int) -> str:
    """A negative number is written with an m, so that no sign is taken for an operator."""
    return f"m{-value}" if value < 0 else str(value)


def flat(text: str) -> str:
    """Value of an expression without brackets."""
    while match := PRODUCT.search(text):
        product = number(match.group(1)) * number(match.group(2))
        text = text[: match.start()] + show(product) + text[match.end() :]
    while match := SUM.match(text):
        left, sign, right = match.groups()
        total = number(left) + number(right) if sign == "+" else number(left) - number(right)
        text = show(total) + text[match.end() :]
    return text


def main() -> None:
    text = sys.stdin.read().strip()
    while "(" in text:
        text = INNERMOST.sub(lambda match: flat(match.group(1)), text)
    print(number(flat(text)))


if __name__ == "__main__":
    main()
