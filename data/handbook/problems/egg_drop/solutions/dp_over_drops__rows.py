import sys


def drops_needed(eggs: int, floors: int) -> int:
    """
    reach[e] is the height of the tallest tower that can be searched
    with e eggs and the drops made so far.
    """
    reach = [0] * (eggs + 1)
    for drops in range(1, floors + 1):
        reach = [0] + [1 + below + above for below, above in zip(reach, reach[1:])]
        if reach[eggs] >= floors:
            return drops
    return floors


eggs, floors = (int(token) for token in sys.stdin.readline().split())
print(drops_needed(eggs, floors))
