from bisect import bisect_left
from sys import stdin


def main():
    stdin.readline()
    jobs = [tuple(map(int, row.split())) for row in stdin if row.strip()]
    marks = []
    for end in sorted(sum(jobs, ())):
        if not marks or marks[-1] != end:
            marks.append(end)
    segment = [0] * len(marks)
    for a, b in jobs:
        i, j = bisect_left(marks, a), bisect_left(marks, b)
        segment[i:j] = [1] * (j - i)
    print(sum((marks[k + 1] - marks[k]) * segment[k] for k in range(len(marks) - 1)))


main()
