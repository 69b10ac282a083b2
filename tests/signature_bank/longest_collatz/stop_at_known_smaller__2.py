import sys


def table(limit):
    lengths = [0, 1]
    for start in range(2, limit + 1):
        value, steps = start, 0
        while value >= start:
            value = value // 2 if value % 2 == 0 else value * 3 + 1
            steps += 1
        lengths.append(lengths[value] + steps)
    return lengths


found = table(int(sys.stdin.read()))
longest = max(found)
print(found.index(longest), longest)
