# a question is two prefix sums; a change counts for the later questions about prefixes that contain it
import sys
from itertools import accumulate


def main():
    data = sys.stdin.buffer.read().split()
    n, q = int(data[0]), int(data[1])
    prefix = [0] + list(accumulate(map(int, data[2 : n + 2])))
    events = []  # (position, change, question or None, sign)
    answers = []
    at = n + 2
    for _ in range(q):
        x, y = int(data[at + 1]), int(data[at + 2])
        if data[at] == b"+":
            events.append((x, y, -1, 0))
        else:
            events.append((x - 1, 0, len(answers), -1))
            events.append((y, 0, len(answers), 1))
            answers.append(prefix[y] - prefix[x - 1])
        at += 3

    def solve(part):
        """answers the questions of the part from the changes of the part; returns it sorted by position"""
        if len(part) <= 1:
            return part
        mid = len(part) // 2
        early = solve(part[:mid])
        late = solve(part[mid:])
        total = 0
        i = 0
        for pos, _, question, sign in late:
            if question < 0:
                continue
            while i < len(early) and early[i][0] <= pos:
                total += early[i][1]
                i += 1
            answers[question] += sign * total
        return sorted(early + late, key=lambda e: e[0])

    solve(events)
    sys.stdout.write("\n".join(map(str, answers)) + "\n")


main()
