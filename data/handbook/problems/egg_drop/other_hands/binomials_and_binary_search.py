from math import factorial as fact


def choose(a: int, b: int) -> int:
    return 0 if b > a else fact(a) // fact(b) // fact(a - b)


def decides(drops: int, eggs: int, floors: int) -> bool:
    outcomes = 0
    for broken in range(eggs + 1):
        outcomes += choose(drops, broken)
    return outcomes > floors


def main() -> None:
    eggs, floors = map(int, open(0).read().split())
    too_few = 0
    step = 1 << floors.bit_length()
    while step:
        if not decides(too_few + step, eggs, floors):
            too_few += step
        step //= 2
    print(too_few + 1)


main()
