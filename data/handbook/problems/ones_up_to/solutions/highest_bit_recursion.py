def f(n):
    if n == 0:
        return 0
    k = n.bit_length() - 1
    rest = n - (1 << k)
    # below 2^k there are k * 2^(k-1) ones; the others start with a one
    return k * (1 << k) // 2 + rest + 1 + f(rest)


print(f(int(input())))
