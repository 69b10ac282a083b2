import sys


def feasible(amounts, pause, length):
    spots, rest = length // (pause + 1), length % (pause + 1)
    # at most `spots + 1` runs of one kind, and only `rest` kinds may have that many
    for a in amounts:
        if a <= spots:
            continue
        if a > spots + 1 or rest == 0:
            return False
        rest -= 1
    return length >= sum(amounts)


def main():
    pause = int(sys.stdin.readline())
    line = sys.stdin.readline().strip()
    amounts = {}
    for ch in line:
        amounts[ch] = amounts.get(ch, 0) + 1
    bad, good = 0, len(line) * (pause + 1)
    while good - bad > 1:
        middle = bad + (good - bad) // 2
        if feasible(amounts.values(), pause, middle):
            good = middle
        else:
            bad = middle
    print(good)


main()
