import sys
from operator import itemgetter


def heaviest_chain(jobs):
    chains = []
    for begin, end, pay in sorted(jobs, key=itemgetter(1)):
        earlier = [total for finish, total in chains if finish <= begin]
        chains.append((end, pay + max(earlier, default=0)))
    return max(total for _, total in chains)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.stdin.read().split()]
    triples = zip(*[iter(numbers[1:])] * 3)
    sys.stdout.write("%d\n" % heaviest_chain(triples))
