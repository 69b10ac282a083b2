import sys


def solve() -> int:
    size, fr, fc, gr, gc = (int(w) for w in open(0).read().split())
    cells = [(r, c) for r in range(1, size + 1) for c in range(1, size + 1)]
    near = {
        p: [q for q in cells if (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 == 5]
        for p in cells
    }
    record = {p: len(cells) for p in cells}

    def walk(p, used):
        record[p] = used
        used += 1
        for q in near[p]:
            if used < record[q]:
                walk(q, used)

    walk((fr, fc), 0)
    answer = record[gr, gc]
    return answer if answer < len(cells) else -1


sys.setrecursionlimit(5000)
print(solve())
