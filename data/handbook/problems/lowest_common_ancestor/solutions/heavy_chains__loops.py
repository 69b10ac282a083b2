import sys


def read_ints() -> list[int]:
    return [int(x) for x in sys.stdin.readline().split()]


def heavy_light(boss: list[int]) -> tuple[list[int], list[int]]:
    """For everybody the depth, and the top of the heavy chain they belong to; the root is 0."""
    n = len(boss)
    below: list[list[int]] = [[] for _ in range(n)]
    for person in range(1, n):
        below[boss[person]].append(person)
    order = [0]
    for person in order:
        order.extend(below[person])
    depth = [0] * n
    for person in order[1:]:
        depth[person] = depth[boss[person]] + 1
    weight = [1] * n
    for person in reversed(order[1:]):
        weight[boss[person]] += weight[person]
    top = list(range(n))
    for person in order:
        if below[person]:
            favourite = max(below[person], key=weight.__getitem__)
            top[favourite] = top[person]
    return depth, top


def main() -> None:
    n, q = read_ints()
    boss = [0] + [b - 1 for b in read_ints()]
    depth, top = heavy_light(boss)
    for _ in range(q):
        a, b = read_ints()
        a, b = a - 1, b - 1
        while top[a] != top[b]:
            if depth[top[a]] >= depth[top[b]]:
                a = boss[top[a]]
            else:
                b = boss[top[b]]
        print(min(a, b, key=lambda person: depth[person]) + 1)


if __name__ == "__main__":
    main()
