P = 10 ** 9 + 7


def solve(total, kinds):
    inverse = [0, 1]
    for k in range(2, total + 1):
        inverse.append((P - P // k) * inverse[P % k] % P)

    weight = [0] + [sum(c for c in kinds if m % c == 0) for m in range(1, total + 1)]

    f = [0] * (total + 1)
    f[0] = 1
    for m in range(1, total + 1):
        acc = 0
        for j in range(m):
            acc += f[j] * weight[m - j]
        f[m] = acc % P * inverse[m] % P
    return f[total]


_, s = map(int, input().split())
print(solve(s, list(map(int, input().split()))))
