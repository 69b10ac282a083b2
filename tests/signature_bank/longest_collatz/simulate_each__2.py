def length(start: int) -> int:
    steps = 1
    while start > 1:
        start = start >> 1 if start & 1 == 0 else 3 * start + 1
        steps += 1
    return steps


def main() -> None:
    limit = int(input())
    champion = max(range(1, limit + 1), key=length)
    print(champion, length(champion))


main()
