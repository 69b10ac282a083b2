def main():
    with open("kth.in") as f:
        n, k = map(int, f.readline().split())
        a = [int(t) for t in f.readline().split()]
    lo, hi = 0, 25 * 10**6
    while lo < hi:
        mid = (lo + hi) // 2
        if sum(x <= mid for x in a) >= k:
            hi = mid
        else:
            lo = mid + 1
    with open("kth.out", "w") as f:
        f.write(f"{lo}\n")


main()
