import sys
from collections import defaultdict


def main():
    text, _, rest = sys.stdin.read().partition("\n")
    pattern = rest.partition("\n")[0].strip()
    text = text.strip()
    size = len(pattern)
    if not size:
        print(len(text))
        return

    where = defaultdict(int)
    bit = 1
    for letter in pattern:
        where[letter] |= bit
        bit <<= 1
    full = bit - 1
    last = bit >> 1

    plus, minus = full, 0
    answer = size
    for letter in text:
        match = where[letter]
        diag = ((((match & plus) + plus) ^ plus) | match | minus) & full
        up = minus | (full & ~(diag | plus))
        down = diag & plus
        answer += bool(up & last) - bool(down & last)
        up = ((up << 1) + 1) & full
        down = (down << 1) & full
        minus = diag & up
        plus = down | (full ^ ((diag | up) & full))
    print(answer)


main()
