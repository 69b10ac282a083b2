import sys


def next_lower(values: list[int]) -> list[int]:
    """For every position the next one to the right with a lower value; found by jumps over what is known."""
    size = len(values)
    following = [size] * (size + 1)
    for position in range(size - 1, -1, -1):
        candidate = position + 1
        while True:
            if candidate == size or values[candidate] < values[position]:
                break
            candidate = following[candidate]
        following[position] = candidate
    return following[:size]


def main() -> None:
    data = sys.stdin.buffer.read().split()
    heights = [int(token) for token in data[1:]]
    n = len(heights)
    ahead = next_lower(heights)
    behind = [n - 1 - p for p in reversed(next_lower(heights[::-1]))]
    answer = 0
    for height, right, left in zip(heights, ahead, behind):
        answer = max(answer, height * (right - left - 1))
    print(answer)


if __name__ == "__main__":
    main()
