import string
import sys

SYMBOLS = string.digits + string.ascii_uppercase


def convert(number: int, base: int) -> str:
    if number == 0:
        return "0"
    out = []
    while number:
        number, rest = divmod(number, base)
        out.append(SYMBOLS[rest])
    return "".join(reversed(out))


print(convert(*map(int, sys.stdin.read().split())))
