import sys


def reach(letters):
    """for every centre the number of steps one can go to both sides"""
    size = len(letters)
    steps = []
    mid, stop = 0, 0
    for at in range(size):
        k = 0 if at >= stop else min(steps[mid - (at - mid)], stop - at)
        while at - k - 1 >= 0 and at + k + 1 < size and letters[at - k - 1] == letters[at + k + 1]:
            k += 1
        steps.append(k)
        if at + k > stop:
            mid, stop = at, at + k
    return steps


spread = [""]
for ch in sys.stdin.read().strip():
    spread += [ch, ""]
answer = 0
for at, k in enumerate(reach(spread)):
    answer += -(-k // 2)
print(answer)
