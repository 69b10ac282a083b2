import sys

LOW, HIGH = -150, 150
SPAN = HIGH - LOW + 1


def shifted(row, by):
    """row moved by that many places; what falls out is never reached"""
    if by >= 0:
        return [0] * by + row[: SPAN - by]
    return row[-by:] + [0] * -by


def solve(numbers, s):
    none = [0] * SPAN
    none[-LOW] = 1
    one, two, three = [0] * SPAN, [0] * SPAN, [0] * SPAN
    for x in numbers:
        three = [p + q for p, q in zip(three, shifted(two, x))]
        two = [p + q for p, q in zip(two, shifted(one, x))]
        one = [p + q for p, q in zip(one, shifted(none, x))]
    if LOW <= s <= HIGH:
        return three[s - LOW]
    return 0


tokens = [int(t) for t in sys.stdin.read().split()]
print(solve(tokens[2:], tokens[1]))
