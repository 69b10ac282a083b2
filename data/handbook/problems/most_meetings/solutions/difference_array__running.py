def rooms_needed(meetings: list[list[int]]) -> int:
    """Note at every minute how many meetings begin and end, then walk through the day."""
    delta = [0 for _ in range(601)]
    for start, end in meetings:
        delta[start] += 1
        delta[end] -= 1
    current, highest = 0, 0
    minute = 0
    while minute <= 600:
        current += delta[minute]
        if current > highest:
            highest = current
        minute += 1
    return highest


if __name__ == "__main__":
    count = int(input())
    print(rooms_needed([[int(x) for x in input().split()] for _ in range(count)]))
