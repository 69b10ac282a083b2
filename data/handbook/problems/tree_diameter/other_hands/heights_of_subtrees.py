from collections import defaultdict


def explore(tree, node, parent=None):
    """(depth below node, longest way inside the part below node)"""
    deepest = second = longest = 0
    for child in tree[node]:
        if child == parent:
            continue
        depth, inside = explore(tree, child, node)
        depth += 1
        longest = max(longest, inside)
        if depth >= deepest:
            deepest, second = depth, deepest
        elif depth > second:
            second = depth
    return deepest, max(longest, deepest + second)


tree = defaultdict(list)
for _ in range(int(input()) - 1):
    x, y = input().split()
    tree[x].append(y)
    tree[y].append(x)
print(explore(tree, "1")[1])
