import sys
from dataclasses import dataclass


@dataclass
class Runner:
    at: int
    poly: tuple

    def step(self, times=1):
        a, b, c, m = self.poly
        for _ in range(times):
            self.at = (self.at * (self.at * a + b) + c) % m
        return self.at


def race(start, poly):
    tortoise, hare = Runner(start, poly), Runner(start, poly)
    while True:
        if tortoise.step() == hare.step(2):
            break
    # they are somewhere on the loop: measure it first
    period = 1
    meeting = tortoise.at
    while hare.step() != meeting:
        period += 1
    # now to the place where the loop is entered
    home = Runner(start, poly)
    tail = 0
    while home.at != tortoise.at:
        home.step()
        tortoise.step()
        tail += 1
    return tail, period


first, *rest = map(int, sys.stdin.readline().split())
answer = race(first, tuple(rest))
sys.stdout.write(f"{answer[0]} {answer[1]}\n")
