import itertools
import sys


def extend(chosen, fixed, size):
    if len(chosen) == size:
        return 1
    wanted = fixed[len(chosen)]
    total = 0
    for row in itertools.permutations(range(1, size + 1)):
        if any(w and w != v for w, v in zip(wanted, row)):
            continue
        if any(v == above for earlier in chosen for v, above in zip(row, earlier)):
            continue
        total += extend(chosen + [row], fixed, size)
    return total


lines = sys.stdin.read().splitlines()
fixed = [tuple(map(int, line.split())) for line in lines[1:]]
print(extend([], fixed, len(fixed)))
