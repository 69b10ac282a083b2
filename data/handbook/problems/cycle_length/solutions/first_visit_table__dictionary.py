import sys
from itertools import count


def generator(seed: int, a: int, b: int, c: int, m: int):
    """Yield the endless row of states."""
    state = seed
    while True:
        yield state
        state = ((a * state + b) * state + c) % m


def tail_and_period(states) -> tuple[int, int]:
    when: dict[int, int] = {}
    for time, state in zip(count(), states):
        if state in when:
            return when[state], time - when[state]
        when[state] = time
    raise AssertionError("cannot happen")


def main() -> None:
    numbers = [int(token) for token in sys.stdin.read().split()]
    print(*tail_and_period(generator(*numbers)))


if __name__ == "__main__":
    main()
