from collections import Counter


def main():
    input()
    counts = Counter(map(int, input().split()))
    out = []
    for colour in range(3):
        for _ in range(counts[colour]):
            out.append(str(colour))
    print(" ".join(out))


main()
