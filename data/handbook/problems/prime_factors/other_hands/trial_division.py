def run(x):
    res, p = [], 2
    while x > 1:
        if p * p > x:
            p = x
        if x % p:
            p += 1 + (p > 2)
        else:
            x //= p
            res += [p]
    return res


with open(0) as f:
    for _ in range(int(f.readline())):
        print(*run(int(f.readline())))
