source, target = input().split()
total = int(input())
vocab = input().split()


def adjacent(p, q):
    i = 0
    while i < len(p) and p[i] == q[i]:
        i += 1
    return i < len(p) and p[i + 1 :] == q[i + 1 :]


def within(limit):
    """Depth-first walk that goes no deeper than limit."""
    reached = {source: 0}
    stack = [(source, 0)]
    while stack:
        word, depth = stack.pop()
        if word == target:
            return True
        if depth == limit or reached[word] < depth:
            continue
        for other in vocab:
            if reached.get(other, limit + 1) > depth + 1 and adjacent(word, other):
                reached[other] = depth + 1
                stack.append((other, depth + 1))
    return False


for limit in range(1, total + 1):
    if within(limit):
        print(limit)
        break
else:
    print(-1)
