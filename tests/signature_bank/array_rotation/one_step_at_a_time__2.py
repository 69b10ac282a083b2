def main():
    n, k = map(int, input().split())
    a = input().split()
    for _ in range(k):
        last = a[n - 1]
        for i in range(n - 1, 0, -1):
            a[i] = a[i - 1]
        a[0] = last
    print(" ".join(a))


main()
