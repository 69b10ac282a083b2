import sys


def main():
    s = sys.stdin.buffer.readline().strip()
    n = len(s)
    earliest = [None] * (2 * n + 1)  # by height + n
    h = n
    earliest[h] = 0
    answer = 0
    position = 0
    for byte in s:
        position += 1
        if byte == 40:
            h += 1
            earliest[h] = position
            continue
        h -= 1
        if earliest[h] is None:
            earliest[h] = position
        elif position - earliest[h] > answer:
            answer = position - earliest[h]
    print(answer)


main()
