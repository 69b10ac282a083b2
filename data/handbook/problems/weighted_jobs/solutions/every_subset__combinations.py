import sys
from itertools import combinations
from typing import NamedTuple


class Job(NamedTuple):
    start: int
    end: int
    pay: int


def fits(chosen: tuple[Job, ...]) -> bool:
    return all(a.end <= b.start for a, b in zip(chosen, chosen[1:]))


def main() -> None:
    next(sys.stdin)
    jobs = sorted(Job(*map(int, line.split())) for line in sys.stdin if line.strip())
    answer = 0
    for size in range(1, len(jobs) + 1):
        for chosen in combinations(jobs, size):
            total = sum(job.pay for job in chosen)
            if total > answer and fits(chosen):
                answer = total
    print(answer)


main()
