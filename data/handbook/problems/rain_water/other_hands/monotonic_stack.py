from typing import List, NamedTuple


class Step(NamedTuple):
    height: int
    index: int


def collect(heights: List[int]) -> int:
    steps: List[Step] = []
    gathered = 0
    for index in range(len(heights) - 1, -1, -1):
        h = heights[index]
        while steps and steps[-1].height <= h:
            bottom = steps.pop().height
            if steps:
                bank = steps[-1]
                gathered += (min(bank.height, h) - bottom) * (bank.index - index - 1)
        steps.append(Step(h, index))
    return gathered


def main() -> None:
    n = int(input())
    heights = list(map(int, input().split()))
    assert len(heights) == n
    print(collect(heights))


main()
