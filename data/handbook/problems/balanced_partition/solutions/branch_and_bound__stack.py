import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    placed: int
    heavy: int
    light: int


def search(weights: list[int]) -> int:
    weights = sorted(weights)[::-1]
    total = sum(weights)
    best = total
    pending = [State(0, 0, 0)]
    while pending:
        state = pending.pop()
        remaining = total - state.heavy - state.light
        # even with all the rest the light bag stays behind
        bound = state.heavy - state.light - remaining
        if bound >= best:
            continue
        if bound >= 0 or not remaining:
            best = bound
            continue
        w = weights[state.placed]
        k = state.placed + 1
        for x, y in ((state.heavy + w, state.light), (state.heavy, state.light + w)):
            pending.append(State(k, max(x, y), min(x, y)))
        if best == total & 1:
            break
    return best


def main() -> None:
    tokens = sys.stdin.read().split()
    print(search([int(t) for t in tokens[1:]]))


main()
