import collections
import sys


def loop_from(root, near):
    depth = {root: 0}
    line = collections.deque([(root, None)])
    shortest = None
    while line:
        here, origin = line.popleft()
        for nxt in near[here] - {origin}:
            if nxt not in depth:
                depth[nxt] = depth[here] + 1
                line.append((nxt, here))
                continue
            total = depth[nxt] + depth[here] + 1
            if shortest is None or total < shortest:
                shortest = total
    return shortest


rows = [list(map(int, r.split())) for r in sys.stdin if r.strip()]
near = collections.defaultdict(set)
for p, q in rows[1:]:
    near[p].add(q)
    near[q].add(p)
lengths = list(filter(None, [loop_from(v, near) for v in list(near)]))
print(min(lengths) if lengths else -1)
