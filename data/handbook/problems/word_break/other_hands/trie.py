import sys

text, _, *words = sys.stdin.read().split()
n = len(text)

# the words spelled backwards; node numbers, (node, letter) -> node
edge = {}
stop = set()
nodes = 1
for w in words:
    at = 0
    for ch in reversed(w):
        if (at, ch) not in edge:
            edge[at, ch] = nodes
            nodes += 1
        at = edge[at, ch]
    stop.add(at)

ways = [1] + [0] * n
for end in range(1, n + 1):
    at, i = 0, end
    while i > 0:
        i -= 1
        at = edge.get((at, text[i]))
        if at is None:
            break
        if at in stop:
            ways[end] += ways[i]
print(ways[n])
