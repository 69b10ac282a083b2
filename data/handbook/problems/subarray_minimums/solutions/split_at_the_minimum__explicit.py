import sys


def main():
    data = list(map(int, sys.stdin.read().split()))
    values = data[1:]
    total = 0
    todo = [values]
    while todo:
        part = todo.pop()
        if not part:
            continue
        smallest = min(part)
        at = part.index(smallest)
        left, right = part[:at], part[at + 1 :]
        total += smallest * (len(left) + 1) * (len(right) + 1)
        todo.append(left)
        todo.append(right)
    print(total)


main()
