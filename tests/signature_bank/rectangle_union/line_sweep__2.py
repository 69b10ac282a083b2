import sys


def covered(spans):
    total = 0
    reach = float("-inf")
    for low, high in spans:
        if high > reach:
            total += high - max(low, reach)
            reach = high
    return total


def union_area(boxes):
    events = []
    for x1, y1, x2, y2 in boxes:
        events.append((x1, True, (y1, y2)))
        events.append((x2, False, (y1, y2)))
    events.sort(key=lambda event: event[0])
    active = []
    area = 0
    for i, (x, opens, span) in enumerate(events):
        if opens:
            active.append(span)
            active.sort()
        else:
            active.remove(span)
        if i + 1 < len(events):
            area += covered(active) * (events[i + 1][0] - x)
    return area


numbers = list(map(int, sys.stdin.read().split()))[1:]
print(union_area([numbers[i : i + 4] for i in range(0, len(numbers), 4)]))
