import functools

DICE, FACES, GOAL = map(int, open(0).read().split())


@functools.cache
def ways(thrown, total):
    left = DICE - thrown
    if total + left > GOAL or total + left * FACES < GOAL:
        return 0
    if not left:
        return 1
    result = 0
    for face in range(FACES, 0, -1):
        result += ways(thrown + 1, total + face)
    return result


print(ways(0, 0))
