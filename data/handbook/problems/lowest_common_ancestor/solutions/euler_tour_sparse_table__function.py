# range minimum of the depths along an Euler tour, answered from a sparse table
import sys


def euler_tour(children, root):
    nodes, depths, first = [], [], {}
    stack = [(root, 0, iter(children[root]))]
    while stack:
        node, depth, rest = stack[-1]
        first.setdefault(node, len(nodes))
        nodes.append(node)
        depths.append(depth)
        child = next(rest, None)
        if child is None:
            stack.pop()
        else:
            stack.append((child, depth + 1, iter(children[child])))
    return nodes, depths, first


def build(depths):
    """table[k][i]: position of the least depth among the 2^k from i on"""
    size = len(depths)
    table = [list(range(size))]
    width = 1
    while width * 2 <= size:
        row = []
        for i in range(size - 2 * width + 1):
            a, b = table[-1][i], table[-1][i + width]
            row.append(a if depths[a] <= depths[b] else b)
        table.append(row)
        width *= 2
    return table


def main():
    data = sys.stdin.read().split()
    n, q = int(data[0]), int(data[1])
    children = {v: [] for v in range(1, n + 1)}
    for v in range(2, n + 1):
        children[int(data[v])].append(v)
    nodes, depths, first = euler_tour(children, 1)
    table = build(depths)
    answers = []
    for i in range(q):
        u, v = int(data[n + 1 + 2 * i]), int(data[n + 2 + 2 * i])
        left, right = sorted((first[u], first[v]))
        k = (right - left + 1).bit_length() - 1
        a = table[k][left]
        b = table[k][right - 2**k + 1]
        answers.append(nodes[a] if depths[a] < depths[b] else nodes[b])
    print(*answers, sep="\n")


if __name__ == "__main__":
    main()
