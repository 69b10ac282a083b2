import sys
from itertools import accumulate

input = sys.stdin.readline
n, q = map(int, input().split())
sums = list(accumulate(map(int, input().split()), initial=0))
times = []  # (prefix length, added value or None, answer to change, its sign)
answers = []
for _ in range(q):
    sign, x, y = input().split()
    x, y = int(x), int(y)
    if sign == "+":
        times.append((x, y, None, 0))
    else:
        k = len(answers)
        answers.append(sums[y] - sums[x - 1])
        times.append((y, None, k, 1))
        times.append((x - 1, None, k, -1))

# blocks of 1, 2, 4, ... events: the changes of a left block count for the questions of its right neighbour
width = 1
while width < len(times):
    for start in range(0, len(times), 2 * width):
        left = sorted(e[:2] for e in times[start : start + width] if e[1] is not None)
        if not left:
            continue
        right = [e for e in times[start + width : start + 2 * width] if e[1] is None]
        right.sort(key=lambda e: e[0])
        added = pointer = 0
        for length, _, k, s in right:
            while pointer < len(left) and left[pointer][0] <= length:
                added += left[pointer][1]
                pointer += 1
            answers[k] += s * added
    width *= 2
print(*answers, sep="\n")
