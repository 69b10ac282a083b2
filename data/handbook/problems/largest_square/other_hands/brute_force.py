def main():
    rows, cols = (int(x) for x in input().split())
    ground = [list(map(int, input().strip())) for _ in range(rows)]

    def fits(r, c, k):
        return r + k <= rows and c + k <= cols and all(ground[y][x] for y in range(r, r + k) for x in range(c, c + k))

    longest = 0
    for r in range(rows):
        for c in range(cols):
            k = 1
            while fits(r, c, k):
                k += 1
            longest = max(longest, k - 1)
    print(longest)


main()
