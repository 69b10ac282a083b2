import heapq

s, t = input().split()
n = int(input())
words = input().split()


def diff(a, b):
    return sum(x != y for x, y in zip(a, b))


g = {s: 0}
heap = [(diff(s, t), s)]
done = set()
ans = -1
while heap:
    f, w = heapq.heappop(heap)
    if w == t:
        ans = g[w]
        break
    if w in done:
        continue
    done.add(w)
    for v in words:
        if diff(v, w) == 1 and g[w] + 1 < g.get(v, 10**9):
            g[v] = g[w] + 1
            heapq.heappush(heap, (g[v] + diff(v, t), v))
print(ans)
