import sys


class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        items = self.items
        items.append(item)
        child = len(items) - 1
        while child > 0:
            parent = (child - 1) // 2
            if items[parent] <= items[child]:
                break
            items[parent], items[child] = items[child], items[parent]
            child = parent

    def pop(self):
        items = self.items
        top = items[0]
        last = items.pop()
        if items:
            items[0] = last
            self._sink()
        return top

    def _sink(self):
        items = self.items
        node = 0
        while 2 * node + 1 < len(items):
            child = 2 * node + 1
            if child + 1 < len(items) and items[child + 1] < items[child]:
                child += 1
            if items[node] <= items[child]:
                return
            items[node], items[child] = items[child], items[node]
            node = child


def main():
    read = sys.stdin.readline
    _, k = [int(x) for x in read().split()]
    street = [int(x) for x in read().split()]
    street.sort(reverse=True)
    heap = Heap()
    for here in range(1, len(street)):
        heap.push((street[here - 1] - street[here], here, 1))
    while k > 1:
        _, here, steps = heap.pop()
        steps += 1
        if here - steps >= 0:
            heap.push((street[here - steps] - street[here], here, steps))
        k -= 1
    print(heap.pop()[0])


main()
