import sys


def main():
    width = int(sys.stdin.readline().split()[1])
    row = [0] * (width + 1)
    best = 0
    for line in sys.stdin:
        diagonal = 0
        for j, char in enumerate(line.rstrip(), 1):
            above = row[j]
            if char == "1":
                row[j] = 1 + min(diagonal, above, row[j - 1])
                if row[j] > best:
                    best = row[j]
            else:
                row[j] = 0
            diagonal = above
    print(best)


if __name__ == "__main__":
    main()
