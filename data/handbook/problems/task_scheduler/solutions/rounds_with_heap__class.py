import collections
import heapq
import sys


class Scheduler:
    def __init__(self, tasks, cooldown):
        self.size = cooldown + 1
        self.heap = []
        for count in collections.Counter(tasks).values():
            heapq.heappush(self.heap, -count)

    def run_round(self):
        """Runs at most `size` tasks of different kinds; returns their number."""
        ran = []
        while self.heap and len(ran) < self.size:
            ran.append(-heapq.heappop(self.heap))
        for count in ran:
            if count > 1:
                heapq.heappush(self.heap, -(count - 1))
        return len(ran)

    def total_time(self):
        time = 0
        while True:
            ran = self.run_round()
            if not self.heap:
                return time + ran
            time += self.size


cooldown, tasks = sys.stdin.read().split()
print(Scheduler(tasks, int(cooldown)).total_time())
