import sys


def search(left, least, parts, found):
    if left == 0:
        found.append(tuple(parts))
        return
    for part in range(least, left + 1):
        if part != left and 2 * part > left:
            continue
        parts.append(part)
        search(left - part, part, parts, found)
        parts.pop()


found = []
search(int(sys.stdin.readline()), 1, [], found)
print(len(found))
