import sys


def lowest(temperature: list[int], first: int, last: int) -> int:
    answer = temperature[first]
    day = first + 1
    while day <= last:
        if temperature[day] < answer:
            answer = temperature[day]
        day += 1
    return answer


def main() -> None:
    tokens = iter(sys.stdin.read().split())
    days = int(next(tokens))
    questions = int(next(tokens))
    temperature = [int(next(tokens)) for _ in range(days)]
    lines = []
    for _ in range(questions):
        first, last = int(next(tokens)) - 1, int(next(tokens)) - 1
        lines.append(str(lowest(temperature, first, last)))
    print("\n".join(lines))


if __name__ == "__main__":
    main()
