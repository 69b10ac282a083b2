def multiply_cost(dims):
    if len(dims) <= 2:
        return 0
    best = None
    for i in range(1, len(dims) - 1):
        cost = multiply_cost(dims[: i + 1]) + multiply_cost(dims[i:]) + dims[0] * dims[i] * dims[-1]
        if best is None or cost < best:
            best = cost
    return best


def main():
    input()
    print(multiply_cost(list(map(int, input().split()))))


main()
