import sys

data = sys.stdin.read().split()
n = int(data[0])
nums = list(map(int, data[1:n + 1]))
ranks = {}
for v in sorted(nums):
    ranks.setdefault(v, len(ranks))
m = len(ranks)
tree = [0] * (4 * m)


def smaller_then_add(pos):
    """How many numbers lie left of pos; pos itself is counted on the way down."""
    node, lo, hi = 1, 0, m - 1
    before = 0
    while True:
        tree[node] += 1
        if lo == hi:
            return before
        mid = (lo + hi) // 2
        if pos <= mid:
            node, hi = 2 * node, mid
        else:
            before += tree[2 * node]
            node, lo = 2 * node + 1, mid + 1


print(sum(smaller_then_add(ranks[v]) for v in nums[::-1]))
