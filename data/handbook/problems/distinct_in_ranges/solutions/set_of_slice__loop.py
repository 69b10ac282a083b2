import sys


def count_distinct(values, left, right):
    seen = {}
    different = 0
    position = left
    while position <= right:
        value = values[position]
        if not seen.get(value):
            seen[value] = True
            different += 1
        position += 1
    return different


def main():
    tokens = [int(t) for t in sys.stdin.read().split()]
    n, q = tokens[:2]
    values = [None] + tokens[2:n + 2]
    answers = []
    for k in range(n + 2, n + 2 + 2 * q, 2):
        answers.append(str(count_distinct(values, tokens[k], tokens[k + 1])))
    print("\n".join(answers))


if __name__ == "__main__":
    main()
