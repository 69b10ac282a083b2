import sys


def main():
    text = sys.stdin.readline().strip()
    n = len(text)

    def steps(i):
        return {j for j in range(i + 1, n + 1) if text[i:j] == text[i:j][::-1]}

    seen = {0}
    level = {0}
    cuts = -1
    while n not in seen:
        following = set()
        for i in level:
            following |= steps(i)
        level = following - seen
        seen |= level
        cuts += 1
    print(cuts)


main()
