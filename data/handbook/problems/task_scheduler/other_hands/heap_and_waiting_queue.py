import collections
import heapq
import sys


class Machine:
    def __init__(self, cooldown, jobs):
        self.cooldown = cooldown
        self.heap = [(-amount, name) for name, amount in collections.Counter(jobs).items()]
        heapq.heapify(self.heap)
        self.resting = collections.deque()
        self.now = 0

    def busy(self):
        return bool(self.heap) or bool(self.resting)

    def step(self):
        if self.resting and self.resting[0][0] == self.now:
            _, job = self.resting.popleft()
            heapq.heappush(self.heap, job)
        self.now += 1
        if not self.heap:
            return
        negative, name = heapq.heappop(self.heap)
        if negative != -1:
            self.resting.append((self.now + self.cooldown, (negative + 1, name)))


machine = Machine(int(sys.stdin.readline()), sys.stdin.readline().strip())
while machine.busy():
    machine.step()
print(machine.now)
