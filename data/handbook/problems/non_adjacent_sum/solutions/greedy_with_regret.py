import heapq

n = int(input())
INF = 10**9
a = [-INF] + list(map(int, input().split())) + [-INF]
L = [i - 1 for i in range(n + 2)]
R = [i + 1 for i in range(n + 2)]
L[0] = 0
R[n + 1] = n + 1
dead = [False] * (n + 2)
h = [(-a[i], i) for i in range(1, n + 1)]
heapq.heapify(h)
ans = 0
while h:
    v, i = heapq.heappop(h)
    if dead[i]:
        continue
    if v >= 0:
        break
    ans -= v
    l, r = L[i], R[i]
    # one node for all three: taking it later means to change our mind
    a[i] = a[l] + a[r] - a[i]
    dead[l] = dead[r] = True
    L[i] = L[l]
    R[i] = R[r]
    R[L[i]] = i
    L[R[i]] = i
    heapq.heappush(h, (-a[i], i))
print(ans)
