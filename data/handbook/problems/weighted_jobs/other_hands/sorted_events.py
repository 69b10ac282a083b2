import sys
from collections import namedtuple

Event = namedtuple("Event", "time opening job")


class Job:
    def __init__(self, start, end, pay):
        self.start, self.end, self.pay = start, end, pay
        self.sum = None


def main():
    next(sys.stdin)
    jobs = [Job(*map(int, line.split())) for line in sys.stdin if line.split()]
    events = [Event(j.start, True, j) for j in jobs] + [Event(j.end, False, j) for j in jobs]
    events.sort(key=lambda e: e[:2])
    best = 0
    for event in events:
        if event.opening:
            event.job.sum = best + event.job.pay
        elif event.job.sum > best:
            best = event.job.sum
    print(best)


main()
