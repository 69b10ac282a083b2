import itertools


def attacks(order):
    for i in range(len(order)):
        for j in range(i + 1, len(order)):
            if abs(order[i] - order[j]) == j - i:
                return True
    return False


size = int(input())
print(sum(1 for order in itertools.permutations(range(size)) if not attacks(order)))
