import sys


def vote(values):
    leader = None
    lead = 0
    for v in values:
        if v == leader:
            lead += 1
        elif lead:
            lead -= 1
        else:
            leader = v
            lead = 1
    return leader


def main():
    sys.stdin.readline()
    values = sys.stdin.readline().split()
    winner = vote(values)
    half, times = len(values) // 2, 0
    for v in values:
        times += v == winner
    print(winner if times > half else -1)


main()
