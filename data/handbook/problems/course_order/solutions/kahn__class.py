import queue


class Course:
    def __init__(self):
        self.next = []
        self.waits_for = 0

    def then(self, other):
        self.next.append(other)
        other.waits_for += 1


data = [int(x) for x in open(0).read().split()]
n, m = data[:2]
courses = [Course() for _ in range(n)]
for i in range(2, 2 + 2 * m, 2):
    courses[data[i] - 1].then(courses[data[i + 1] - 1])

line = queue.SimpleQueue()
for c in courses:
    if c.waits_for == 0:
        line.put(c)

terms, done = 0, 0
while not line.empty():
    terms += 1
    for _ in range(line.qsize()):
        c = line.get()
        done += 1
        for d in c.next:
            d.waits_for -= 1
            if d.waits_for == 0:
                line.put(d)
print(terms if done == n else -1)
