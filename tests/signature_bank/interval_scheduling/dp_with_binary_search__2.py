import bisect
import sys


class Scheduler:
    def __init__(self, jobs):
        self.jobs = sorted(jobs, key=lambda job: job[1])
        self.ends = [job[1] for job in self.jobs]

    def solve(self) -> int:
        table = [0]
        for index, (begin, _) in enumerate(self.jobs):
            before = bisect.bisect(self.ends, begin, hi=index)
            with_job = table[before] + 1
            table.append(with_job if with_job > table[-1] else table[-1])
        return table[-1]


lines = sys.stdin.read().splitlines()[1:]
print(Scheduler([tuple(map(int, line.split())) for line in lines]).solve())
