"""What goes from item to item along edges or links."""

from __future__ import annotations

from equijudge_core.signature.features.feature import Feature
from equijudge_core.signature.rules import (
    control_flow,
    dp_states,
    dp_tables,
    graph_search,
    graph_walks,
    repeated_passes,
    sorting,
)

FEATURES = (
    Feature(
        "breadth-first search",
        "Items wait in a queue, first in, first out.",
        (
            dp_states.layers,
            graph_search.work_lists,
        ),
        """
from collections import deque
n, m = map(int, input().split())
adj = [[] for _ in range(n)]
for _ in range(m):
    u, v = map(int, input().split())
    adj[u].append(v)
seen = {0}
queue = deque([0])
while queue:
    u = queue.popleft()
    for v in adj[u]:
        if v not in seen:
            seen.add(v)
            queue.append(v)
print(len(seen))
""",
    ),
    Feature(
        "depth-first search",
        "From an item on to the first one not seen yet, by recursion or a stack.",
        (
            control_flow.recursion,
            graph_search.work_lists,
        ),
        """
n, m = map(int, input().split())
adj = [[] for _ in range(n)]
for _ in range(m):
    u, v = map(int, input().split())
    adj[u].append(v)
seen = set()
def visit(u):
    seen.add(u)
    for v in adj[u]:
        if v not in seen:
            visit(v)
visit(0)
print(len(seen))
""",
    ),
    Feature(
        "best-first search",
        "Items wait in a heap, the best of them comes first.",
        (graph_search.work_lists,),
        """
import heapq
n = int(input())
guess = [abs(n - p) for p in range(99)]
heap = [(guess[0], 0, 0)]
while heap:
    f, g, p = heapq.heappop(heap)
    for q in (p + 1, p + 2):
        heapq.heappush(heap, (g + 1 + guess[q], g + 1, q))
print(f)
""",
    ),
    Feature(
        "heuristic",
        "What is still to come is estimated, and decides which item is best.",
        (graph_walks.heuristic,),
        """
import heapq
n = int(input())
guess = [abs(n - p) for p in range(99)]
heap = [(guess[0], 0, 0)]
while heap:
    f, g, p = heapq.heappop(heap)
    for q in (p + 1, p + 2):
        heapq.heappush(heap, (g + 1 + guess[q], g + 1, q))
print(f)
""",
    ),
    Feature(
        "0-1 search",
        "Edges cost nothing or one: what costs nothing goes to the front of the queue.",
        (graph_search.work_lists,),
        """
from collections import deque
a = input()
b = input()
n, m = len(a), len(b)
W = m + 1
done = bytearray((n + 1) * W)
queue = deque([(0, 0, 0)])
while True:
    d, i, j = queue.popleft()
    if done[i * W + j]:
        continue
    done[i * W + j] = 1
    if i == n and j == m:
        print(d)
        break
    if i < n and j < m and a[i] == b[j]:
        queue.appendleft((d, i + 1, j + 1))
        continue
    if i < n:
        queue.append((d + 1, i + 1, j))
    if j < m:
        queue.append((d + 1, i, j + 1))
    if i < n and j < m:
        queue.append((d + 1, i + 1, j + 1))
""",
    ),
    Feature(
        "search from everywhere",
        "The same search is begun at every item.",
        (graph_search.work_lists,),
        """
from collections import deque
n = int(input())
g = [[] for _ in range(n + 1)]
for _ in range(n - 1):
    a, b = map(int, input().split())
    g[a].append(b)
    g[b].append(a)
def total(s):
    d = [-1] * (n + 1)
    d[s] = 0
    q = deque([s])
    while q:
        u = q.popleft()
        for v in g[u]:
            if d[v] < 0:
                d[v] = d[u] + 1
                q.append(v)
    return sum(d[1:])
print(min(range(1, n + 1), key=total))
""",
    ),
    Feature(
        "two frontiers",
        "Two searches go towards each other.",
        (graph_search.work_lists,),
        """
s, t = input().split()
input()
words = set(input().split())
def solve():
    if t not in words:
        return -1
    front, back = {s}, {t}
    words.discard(s)
    words.discard(t)
    steps = 0
    while front and back:
        if len(front) > len(back):
            front, back = back, front
        steps += 1
        new = set()
        for w in front:
            for i in range(len(w)):
                for c in "abcdefghijklmnopqrstuvwxyz":
                    v = w[:i] + c + w[i + 1 :]
                    if v in back:
                        return steps
                    if v in words:
                        words.remove(v)
                        new.add(v)
        front = new
    return -1
print(solve())
""",
    ),
    Feature(
        "relaxation",
        "The best known cost of an item falls when a way through another is cheaper.",
        (
            dp_tables.dynamic,
            repeated_passes.until_stable,
        ),
        """
n, m = map(int, input().split())
cost = [0] + [10**9] * (n - 1)
edges = [tuple(map(int, input().split())) for _ in range(m)]
for _ in range(n):
    for u, v, w in edges:
        cost[v] = min(cost[v], cost[u] + w)
print(cost)
""",
    ),
    Feature(
        "until stable",
        "Rounds over all items are repeated until one changes nothing.",
        (repeated_passes.until_stable,),
        """
n = int(input())
a = list(map(int, input().split()))
while True:
    before = list(a)
    for i in range(1, n):
        a[i] = min(a[i], before[i - 1] + 1)
    if a == before:
        break
print(a)
""",
    ),
    Feature(
        "all pairs",
        "Every pair of items, through every item between them.",
        (dp_tables.dynamic,),
        """
n, m, s, t = map(int, input().split())
d = [[0] * (n + 1) for _ in range(n + 1)]
for _ in range(m):
    a, b, w = map(int, input().split())
    d[a][b] = d[b][a] = max(d[a][b], w)
for k in range(1, n + 1):
    for i in range(1, n + 1):
        for j in range(1, n + 1):
            d[i][j] = max(d[i][j], min(d[i][k], d[k][j]))
print(d[s][t])
""",
    ),
    Feature(
        "topological order",
        "An item comes when nothing is left before it.",
        (graph_walks.orders,),
        """
from collections import deque
n = int(input())
p = [0, 0] + list(map(int, input().split()))
deg = [0] * (n + 1)
for i in range(2, n + 1):
    deg[p[i]] += 1
sz = [1] * (n + 1)
q = deque(i for i in range(1, n + 1) if deg[i] == 0)
while q:
    u = q.popleft()
    if u == 1:
        break
    sz[p[u]] += sz[u]
    deg[p[u]] -= 1
    if deg[p[u]] == 0:
        q.append(p[u])
print(*sz[1:])
""",
    ),
    Feature(
        "low link",
        "The earliest item that can be reached from below.",
        (graph_walks.low_links,),
        """
n = int(input())
adj = [[] for _ in range(n)]
tin = {}
def low(v, p):
    best = tin[v] = len(tin)
    for u in adj[v]:
        if u != p:
            best = min(best, tin[u] if u in tin else low(u, v))
    return best
print(low(0, -1))
""",
    ),
    Feature(
        "links followed",
        "From item to item along one link each.",
        (
            graph_walks.links,
            graph_walks.recursive_links,
        ),
        """
n = int(input())
a = list(map(int, input().split()))
i = 0
k = 0
while i < n - 1:
    if a[i] == 0:
        k = -1
        break
    i += a[i]
    k += 1
print(k)
""",
    ),
    Feature(
        "selection",
        "The best of what is left is looked for, again and again.",
        (
            graph_walks.selection,
            sorting.exchanges,
        ),
        """
n = int(input())
a = list(map(int, input().split()))
for i in range(n):
    m = i
    for j in range(i + 1, n):
        if a[j] < a[m]:
            m = j
    a[i], a[m] = a[m], a[i]
print(*a)
""",
    ),
    Feature(
        "tree sums",
        "A value of an item made of those of what hangs below it.",
        (
            control_flow.recursion,
            control_flow.tree_sums,
        ),
        """
n = int(input())
below = [[] for _ in range(n)]
for child in range(1, n):
    below[int(input())].append(child)
def size(u):
    return 1 + sum(size(v) for v in below[u])
print(size(0))
""",
    ),
)
