import sys


def push(heap, item):
    heap.append(item)
    i = len(heap) - 1
    while i and heap[(i - 1) // 2] < heap[i]:
        heap[(i - 1) // 2], heap[i] = heap[i], heap[(i - 1) // 2]
        i = (i - 1) // 2


def pop(heap):
    heap[0] = heap[-1]
    heap.pop()
    i = 0
    while 2 * i + 1 < len(heap):
        son = 2 * i + 1
        if son + 1 < len(heap) and heap[son] < heap[son + 1]:
            son += 1
        if heap[son] <= heap[i]:
            return
        heap[i], heap[son] = heap[son], heap[i]
        i = son


def main():
    n = int(sys.stdin.readline())
    starts = {}
    stops = set()
    for _ in range(n):
        l, r, h = map(int, sys.stdin.readline().split())
        starts.setdefault(l, []).append((h, r))
        stops.add(r)
    heap = []
    last = 0
    for x in sorted(stops.union(starts)):
        for item in starts.get(x, ()):
            push(heap, item)
        while heap and heap[0][1] <= x:
            pop(heap)
        top = heap[0][0] if heap else 0
        if top != last:
            print(x, top)
        last = top


main()
