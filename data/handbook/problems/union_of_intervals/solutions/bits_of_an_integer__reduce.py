import sys
from functools import reduce
from operator import or_


def mask(left: int, right: int) -> int:
    """A one for every metre of the piece."""
    return ((1 << (right - left)) - 1) << left


pieces = (map(int, line.split()) for line in sys.stdin.readlines()[1:])
print(reduce(or_, (mask(*piece) for piece in pieces)).bit_count())
