from sys import stdin


def richest(houses: tuple[int, ...]) -> int:
    """Either the first house is left, or it is taken and the second one is out."""
    match houses:
        case ():
            return 0
        case (only,):
            return only if only > 0 else 0
        case (first, _, *rest):
            left = richest(houses[1:])
            taken = first + richest(tuple(rest))
            return left if left > taken else taken


_, line = stdin.read().strip().split("\n")
print(richest(tuple(int(number) for number in line.split())))
