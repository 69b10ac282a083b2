import sys
from decimal import ROUND_FLOOR, Decimal, getcontext


def main() -> None:
    getcontext().prec = 50
    root = Decimal(sys.stdin.readline().strip()).sqrt()
    print(int(root.to_integral_value(rounding=ROUND_FLOOR)))


main()
