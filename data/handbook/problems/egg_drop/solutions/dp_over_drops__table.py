def main():
    k, n = map(int, open(0).read().split())
    # f[m][e]: floors covered with m drops and e eggs
    f = [[0] * (k + 1) for _ in range(n + 1)]
    for m in range(1, n + 1):
        for e in range(1, k + 1):
            f[m][e] = f[m - 1][e - 1] + f[m - 1][e] + 1
        if f[m][k] >= n:
            print(m)
            return


main()
