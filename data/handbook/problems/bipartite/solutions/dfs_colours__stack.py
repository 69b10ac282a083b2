def main():
    import sys

    it = iter(map(int, sys.stdin.buffer.read().split()))
    n = next(it)
    m = next(it)
    rivals = [[] for _ in range(n)]
    for _ in range(m):
        a = next(it) - 1
        b = next(it) - 1
        rivals[a].append(b)
        rivals[b].append(a)

    side = [None] * n
    for root in range(n):
        if side[root] is not None:
            continue
        side[root] = 0
        stack = [root]
        while stack:
            v = stack.pop()
            for w in rivals[v]:
                if side[w] is None:
                    side[w] = side[v] ^ 1
                    stack.append(w)
                elif side[w] == side[v]:
                    print("NO")
                    return
    print("YES")


main()
