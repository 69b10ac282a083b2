import re
import sys
from math import prod

BLOCK = re.compile(r"[12]*(?:(?<=1)[3-9]|(?<=2)[3-6])|[12]+|[3-9]")


def fibonacci(n: int) -> int:
    """Ways to cover n places by ones and twos."""
    a, b = 1, 1
    for _ in range(n - 1):
        a, b = b, a + b
    return b


def main() -> None:
    parts = re.split("[12]0", sys.stdin.read().strip())
    if any("0" in part for part in parts):
        print(0)
        return
    print(prod(fibonacci(len(block)) for part in parts for block in BLOCK.findall(part)))


main()
