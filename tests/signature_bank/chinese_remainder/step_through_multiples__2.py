import sys


def solve(congruences):
    answer, step = 0, 1
    for remainder, modulus in congruences:
        while True:
            if answer % modulus == remainder:
                break
            answer += step
        step = step * modulus
    return answer


rows = [tuple(map(int, line.split())) for line in sys.stdin.read().splitlines()[1:]]
print(solve(rows))
