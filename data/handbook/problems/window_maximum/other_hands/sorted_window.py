import bisect


class Window:
    """The numbers in view, in falling order (kept negated)."""

    def __init__(self):
        self.items = []

    def enter(self, x):
        self.items.insert(bisect.bisect(self.items, -x), -x)

    def leave(self, x):
        self.items.pop(bisect.bisect_left(self.items, -x))

    @property
    def top(self):
        return -self.items[0]


_, size = map(int, input().split())
seq = list(map(int, input().split()))
window = Window()
answer = []
for right, x in enumerate(seq, start=1):
    window.enter(x)
    if right > size:
        window.leave(seq[right - size - 1])
    if right >= size:
        answer.append(window.top)
print(*answer)
