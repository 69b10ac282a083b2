from collections import defaultdict
import sys


def solve():
    data = sys.stdin.read().split()
    n, m = int(data[0]), int(data[1])
    states = {0: 1}
    for position in range(2 * n):
        new_states = defaultdict(int)
        for balance, ways in states.items():
            new_states[balance + 1] = (new_states[balance + 1] + ways) % m
            if balance:
                new_states[balance - 1] = (new_states[balance - 1] + ways) % m
        states = new_states
    return states[0] % m


print(solve())
