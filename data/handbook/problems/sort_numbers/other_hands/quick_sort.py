import sys


def main():
    xs = [int(s) for s in sys.stdin.readlines()[1].split()]
    jobs = [(0, len(xs) - 1)]
    while jobs:
        first, last = jobs.pop()
        if first >= last:
            continue
        pivot = xs[(first + last) // 2]
        l, r = first - 1, last + 1
        while True:
            l += 1
            while xs[l] < pivot:
                l += 1
            r -= 1
            while pivot < xs[r]:
                r -= 1
            if l >= r:
                break
            xs[l], xs[r] = xs[r], xs[l]
        jobs.append((first, r))
        jobs.append((r + 1, last))
    print(*xs)


main()
