from heapq import heappush, heappop

first = input().split()
k = int(first[1])
seen = []
top = []
for x in map(int, input().split()):
    for y in seen:
        heappush(top, y - x if x > y else x - y)
        if len(top) > k:
            heappop(top)
    seen.append(x)
print(abs(top[0]))
