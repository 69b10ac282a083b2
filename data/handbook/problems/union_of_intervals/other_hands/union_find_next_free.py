import sys

LAST = 1000
leader = [i for i in range(LAST + 1)]


def free(spot):
    end = spot
    while leader[end] != end:
        end = leader[end]
    while leader[spot] != end:
        leader[spot], spot = end, leader[spot]
    return end


def main():
    sys.stdin.readline()
    for row in sys.stdin:
        if not row.strip():
            continue
        a, b = map(int, row.split())
        here = free(a)
        while here < b:
            leader[here] = free(here + 1)
            here = leader[here]
    print(sum(leader[i] != i for i in range(LAST)))


main()
