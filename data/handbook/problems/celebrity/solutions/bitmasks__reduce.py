import sys
from functools import reduce
from operator import and_


def main():
    sys.stdin.readline()
    # the leftmost digit is person 1, so read the line backwards
    masks = [int(line.replace(" ", "").strip()[::-1], 2) for line in sys.stdin if line.strip()]
    with_self = [mask | 1 << i for i, mask in enumerate(masks)]
    famous = reduce(and_, with_self)
    while famous:
        bit = famous & -famous
        if with_self[bit.bit_length() - 1] == bit:
            print(bit.bit_length())
            return
        famous ^= bit
    print(-1)


main()
