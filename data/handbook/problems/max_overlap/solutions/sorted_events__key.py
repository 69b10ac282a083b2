import sys
from dataclasses import dataclass


@dataclass
class Event:
    minute: int
    arrival: bool


class Museum:
    def __init__(self):
        self.book = []

    def register(self, came: int, left: int):
        self.book.append(Event(came, True))
        self.book.append(Event(left, False))

    def peak(self) -> int:
        # arrivals first within one minute
        self.book.sort(key=lambda e: (e.minute, not e.arrival))
        inside, peak = 0, 0
        for event in self.book:
            inside += 1 if event.arrival else -1
            peak = inside if inside > peak else peak
        return peak


museum = Museum()
for i, row in enumerate(sys.stdin):
    if i:
        museum.register(*[int(x) for x in row.split()])
print(museum.peak())
