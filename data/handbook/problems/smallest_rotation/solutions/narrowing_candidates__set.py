import sys


def main():
    word = sys.stdin.readline().strip()
    size = len(word)
    starts = set(range(size))
    answer = ""
    while len(answer) < size:
        depth = len(answer)
        by_letter = {}
        for start in starts:
            letter = word[(start + depth) % size]
            by_letter.setdefault(letter, set()).add(start)
        least = min(by_letter)
        answer += least
        starts = by_letter[least]
    print(answer)


if __name__ == "__main__":
    main()
