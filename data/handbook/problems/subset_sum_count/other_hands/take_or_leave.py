import sys


def main():
    lines = sys.stdin.readlines()
    target = int(lines[0].split()[1])
    weights = list(map(int, lines[1].split()))
    hits = 0

    def choose(left, total):
        nonlocal hits
        if not left:
            if total == target:
                hits += 1
            return
        choose(left - 1, total + weights[left - 1])
        choose(left - 1, total)

    choose(len(weights), 0)
    print(hits)


main()
