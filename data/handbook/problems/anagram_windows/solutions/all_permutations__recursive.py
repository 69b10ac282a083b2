import sys


def arrangements(letters):
    if len(letters) <= 1:
        return {letters}
    result = set()
    for i in range(len(letters)):
        rest = letters[:i] + letters[i + 1 :]
        if letters[i] in letters[:i]:
            continue  # the same letter came first before
        for tail in arrangements(rest):
            result.add(letters[i] + tail)
    return result


def main():
    input = sys.stdin.readline
    word = input().rstrip("\n")
    text = input().rstrip("\n")
    words = arrangements(word)
    windows = (text[i : i + len(word)] for i, _ in enumerate(text))
    sys.stdout.write(f"{len([x for x in windows if x in words])}\n")


main()
