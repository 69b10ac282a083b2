from heapq import heappop, heappush


def main():
    wanted = int(input())
    queue = [1]
    previous = 0
    found = 0
    while found < wanted:
        smallest = heappop(queue)
        if smallest == previous:
            continue
        previous = smallest
        found += 1
        heappush(queue, smallest * 2)
        heappush(queue, smallest * 3)
        heappush(queue, smallest * 5)
    print(previous)


main()
