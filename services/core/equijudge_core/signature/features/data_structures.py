"""What holds the data, and what is done with it as a whole."""

from __future__ import annotations

from equijudge_core.signature.features.feature import Feature
from equijudge_core.signature.rules import (
    data_structures,
    library_calls,
    loop_extents,
    number_theory,
    search,
    tree_structures,
)

FEATURES = (
    Feature(
        "hash",
        "A set or a dictionary is asked for items, or filled with them.",
        (
            data_structures.hashing,
            data_structures.marks,
            data_structures.membership_lists,
        ),
        """
seen = set()
for x in input().split():
    if x in seen:
        print(x)
    seen.add(x)
""",
    ),
    Feature(
        "distinct",
        "Repeated items fall together in a set.",
        (data_structures.hashing,),
        """
n = int(input())
print(*sorted(set(map(int, input().split()))))
""",
    ),
    Feature(
        "counts",
        "How often each item occurs: a Counter, a dictionary or a list by item that is counted up.",
        (
            data_structures.counts,
            data_structures.hashing,
        ),
        """
from collections import Counter
a = Counter(input())
b = Counter(input())
print(sum((a & b).values()))
""",
    ),
    Feature(
        "partner",
        "For an item, a set is asked whether the one that fits it is there.",
        (data_structures.partners,),
        """
n, s = map(int, input().split())
a = set(map(int, input().split()))
print(sum(1 for x in a if s - x in a and x < s - x))
""",
    ),
    Feature(
        "compression",
        "Items are replaced by their places in sorted order.",
        (data_structures.hashing,),
        """
n = int(input())
a = list(map(int, input().split()))
home = {x: i for i, x in enumerate(sorted(a))}
cnt = 0
for i in range(n):
    while home[a[i]] != i:
        j = home[a[i]]
        a[i], a[j] = a[j], a[i]
        cnt += 1
print(cnt)
""",
    ),
    Feature(
        "deque",
        "Items are taken from both ends, or the ends are turned.",
        (data_structures.queues,),
        """
from collections import deque
n, k = map(int, input().split())
q = deque(range(1, n + 1))
while len(q) > 1:
    q.rotate(1 - k)
    q.popleft()
print(q[0])
""",
    ),
    Feature(
        "heap",
        "The least or the greatest item is taken again and again from a heap.",
        (
            data_structures.own_heaps,
            data_structures.queues,
        ),
        """
import heapq
n = int(input())
heap = list(map(int, input().split()))
heapq.heapify(heap)
while len(heap) > 1:
    heapq.heappush(heap, heapq.heappop(heap) + heapq.heappop(heap))
print(heap[0])
""",
    ),
    Feature(
        "stack",
        "The item put last is the first to be taken.",
        (search.stack,),
        """
depth = []
for c in input():
    if c == "(":
        depth.append(c)
    elif not depth:
        print("no")
        break
    else:
        depth.pop()
""",
    ),
    Feature(
        "difference array",
        "Changes are noted where ranges begin and end, and added up in one pass.",
        (data_structures.differences,),
        """
n = int(input())
d = [0] * 602
for _ in range(n):
    s, e = map(int, input().split())
    d[s] += 1
    d[e] -= 1
for t in range(1, 602):
    d[t] += d[t - 1]
print(max(d))
""",
    ),
    Feature(
        "list deletion",
        "Items are taken out of the middle of a list.",
        (data_structures.deletions,),
        """
n, k = map(int, input().split())
p = list(range(1, n + 1))
while len(p) > 1:
    del p[(k - 1) % len(p)]
print(p[0])
""",
    ),
    Feature(
        "doubled text",
        "A text is written twice in a row, so that every rotation of it is a part.",
        (data_structures.doubled_text,),
        """
s = input()
print((s + s).find(s, 1))
""",
    ),
    Feature(
        "sorted container",
        "A list is kept in order while items are put in.",
        (
            library_calls.library,
            search.binary_search,
        ),
        """
n = int(input())
a = list(map(int, input().split()))
import bisect
kept = []
for x in a:
    bisect.insort(kept, x)
print(kept)
""",
    ),
    Feature(
        "union-find",
        "Every item points to another of its group, up to a root; groups are joined at their roots.",
        (tree_structures.union_find,),
        """
up = {}
def root(x):
    while up.setdefault(x, x) != x:
        x = up[x]
    return x
for _ in range(int(input())):
    a, b = input().split()
    up[root(a)] = root(b)
print(len({root(x) for x in up}))
""",
    ),
    Feature(
        "fenwick tree",
        "Sums over ranges, kept at places that differ by their lowest bit.",
        (tree_structures.fenwick,),
        """
n = int(input())
a = list(map(int, input().split()))
tree = [0] * (n + 1)
ans = 0
for k, v in enumerate(a):
    i = v
    ans += k
    while i > 0:
        ans -= tree[i]
        i -= i & -i
    i = v
    while i <= n:
        tree[i] += 1
        i += i & -i
print(ans)
""",
    ),
    Feature(
        "segment tree",
        "A value for every range of a tree of halves.",
        (tree_structures.segment_tree,),
        """
n = int(input())
class Node:
    def __init__(self, l, r):
        self.l, self.r, self.left, self.right = l, r, None, None
    def find(self, l, r):
        if l <= self.l and self.r <= r:
            return 0
        return min(self.left.find(l, r), self.right.find(l, r))
print(Node(0, n).find(0, 1))
""",
    ),
    Feature(
        "doubling table",
        "Values for ranges or steps whose lengths are powers of two, each made of two halves.",
        (
            number_theory.bottom_up,
            tree_structures.doubling_table,
        ),
        """
n = int(input())
a = list(map(int, input().split()))
rows = [a]
width = 1
while width < n:
    rows.append(list(map(min, rows[-1], rows[-1][width:])))
    width *= 2
print(rows)
""",
    ),
    Feature(
        "automaton",
        "States and a table of which follows on which letter; tries too.",
        (
            tree_structures.automaton,
            tree_structures.recursive_automaton,
        ),
        """
s = input()
root = {}
ans = 0
for i in range(len(s)):
    node = root
    for c in s[i:]:
        if c not in node:
            node[c] = {}
            ans += 1
        node = node[c]
print(ans)
""",
    ),
    Feature(
        "blocks",
        "The items are parted into about as many blocks as a block has items.",
        (loop_extents.blocks,),
        """
n = int(input())
a = list(map(int, input().split()))
size = int(n ** 0.5) + 1
sums = [0] * size
for i, x in enumerate(a):
    sums[i // size] += x
print(sums)
""",
    ),
)
