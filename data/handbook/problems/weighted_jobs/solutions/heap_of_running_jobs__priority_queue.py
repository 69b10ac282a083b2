import sys
from queue import PriorityQueue


class Machine:
    """Follows the clock; chains still running wait in a queue ordered by their ends."""

    def __init__(self):
        self.running = PriorityQueue()
        self.earned = 0

    def advance(self, now):
        while not self.running.empty():
            end, total = self.running.get()
            if end > now:
                self.running.put((end, total))
                return
            if total > self.earned:
                self.earned = total

    def offer(self, start, end, value):
        self.advance(start)
        self.running.put((end, self.earned + value))

    def finish(self):
        self.advance(float("inf"))
        return self.earned


def main():
    n = int(sys.stdin.readline())
    offers = []
    for _ in range(n):
        offers.append([int(x) for x in sys.stdin.readline().split()])
    offers.sort(key=lambda o: o[0])
    machine = Machine()
    for offer in offers:
        machine.offer(*offer)
    print(machine.finish())


main()
