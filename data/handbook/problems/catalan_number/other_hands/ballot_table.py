def main():
    size, mod = [int(s) for s in input().split()]
    # column[y]: lattice paths to height y that stay on or above the diagonal
    column = [1] * (size + 1)
    for x in range(1, size):
        for y in range(x + 1, size + 1):
            column[y] = (column[y] + column[y - 1]) % mod
    print(column[-1] % mod)


main()
