import heapq

n = int(input())
a = list(map(int, input().split()))
low, high = [], []
out = []
for x in a:
    if low and x > -low[0]:
        heapq.heappush(high, x)
    else:
        heapq.heappush(low, -x)
    if len(low) > len(high) + 1:
        heapq.heappush(high, -heapq.heappop(low))
    elif len(high) > len(low):
        heapq.heappush(low, -heapq.heappop(high))
    if len(low) == len(high):
        out.append((high[0] - low[0]) / 2)
    else:
        out.append(-low[0])
print(*out)
