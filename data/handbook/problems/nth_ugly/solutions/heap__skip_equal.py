from heapq import heappop, heappush


def nth(n):
    heap = []
    heappush(heap, 1)
    last = 0
    count = 0
    while count < n:
        smallest = heappop(heap)
        if smallest == last:
            continue
        last = smallest
        count += 1
        heappush(heap, 2 * smallest)
        heappush(heap, 3 * smallest)
        heappush(heap, 5 * smallest)
    return last


if __name__ == "__main__":
    n = int(input())
    print(nth(n))
