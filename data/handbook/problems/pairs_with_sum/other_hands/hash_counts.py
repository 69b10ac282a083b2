class Partners:
    def __init__(self, goal):
        self.goal = goal
        self.waiting = {}  # number wanted -> how many positions want it
        self.found = 0

    def see(self, x):
        try:
            self.found += self.waiting[x]
        except KeyError:
            pass
        self.waiting[self.goal - x] = self.waiting.setdefault(self.goal - x, 0) + 1


n, goal = input().split()
book = Partners(int(goal))
for token in input().split():
    book.see(int(token))
print(book.found)
