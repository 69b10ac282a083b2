# longest path that ENDS in a cell, remembered per cell; the grid is one flat list with a high wall around
def main():
    data = list(map(int, open(0).read().split()))
    rows, cols = data[0], data[1]
    w = cols + 2
    wall = 10**9
    cell = [wall] * w
    for i in range(rows):
        cell += [wall] + data[2 + i * cols : 2 + (i + 1) * cols] + [wall]
    cell += [wall] * w
    known = {}

    def ending(p):
        if p in known:
            return known[p]
        longest = 0
        for q in (p - w, p - 1, p + 1, p + w):
            if cell[q] < cell[p]:
                t = ending(q)
                if t > longest:
                    longest = t
        known[p] = longest + 1
        return longest + 1

    print(max(ending(p) for p in range(len(cell)) if cell[p] != wall))


main()
