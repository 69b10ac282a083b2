import sys


def main():
    it = iter(sys.stdin.read().split())
    n, k = int(next(it)), int(next(it))
    values = [int(z) for z in it]
    from_start, to_end = [], []
    for b in range(0, n, k):
        block = values[b:b + k]
        top = block[0]
        for x in block:
            if x > top:
                top = x
            from_start.append(top)
        back = []
        top = block[-1]
        while block:
            top = max(top, block.pop())
            back.append(top)
        to_end += back[::-1]
    print(" ".join(str(max(p, s)) for s, p in zip(to_end, from_start[k - 1:])))


main()
