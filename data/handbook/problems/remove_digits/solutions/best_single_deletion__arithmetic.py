from functools import reduce


def without(number: int, place: int) -> int:
    """Cross out the digit that stands for 10 ** place."""
    high, low = divmod(number, 10**place)
    return high // 10 * 10**place + low


def step(state, _):
    number, length = state
    return min(without(number, place) for place in range(length)), length - 1


text, count = open(0).read().split()
answer, _ = reduce(step, range(int(count)), (int(text), len(text)))
print(answer)
