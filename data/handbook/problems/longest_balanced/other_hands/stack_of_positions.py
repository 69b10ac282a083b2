import sys


def main() -> None:
    text = sys.stdin.readline().rstrip("\n")
    opened: list[int] = []
    wall = 0  # where the present stretch begins
    answer = 0
    for i in range(len(text)):
        if text[i] == "(":
            opened.append(i)
            continue
        if not opened:
            wall = i + 1
            continue
        opened.pop()
        begin = opened[-1] + 1 if opened else wall
        answer = max(answer, i + 1 - begin)
    print(answer)


main()
