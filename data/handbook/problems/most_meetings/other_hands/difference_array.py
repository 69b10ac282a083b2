class Day:
    MINUTES = 600

    def __init__(self):
        self.delta = [0 for _ in range(self.MINUTES + 1)]

    def book(self, start, end):
        # read from the evening backwards: on at end, off at start
        self.delta[end] += 1
        self.delta[start] -= 1

    def rooms(self):
        level = most = 0
        minute = self.MINUTES
        while minute >= 0:
            level += self.delta[minute]
            most = max(most, level)
            minute -= 1
        return most


day = Day()
for _ in range(int(input())):
    day.book(*(int(x) for x in input().split()))
print(day.rooms())
