import heapq

k = int(input())
s = input().strip()
h = [-s.count(c) for c in set(s)]
heapq.heapify(h)
ans = 0
while h:
    # one round of k + 1 units, all kinds different
    back = []
    done = 0
    for _ in range(k + 1):
        if not h:
            break
        c = heapq.heappop(h)
        done += 1
        if c < -1:
            back.append(c + 1)
    for c in back:
        heapq.heappush(h, c)
    ans += k + 1 if h else done
print(ans)
