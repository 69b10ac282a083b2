def cross(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def upper(p):
    if len(p) == 1:
        return p
    m = len(p) // 2
    L = upper(p[:m])
    R = upper(p[m:])
    i = len(L) - 1
    j = 0
    # move both ends of the bridge up until it is a common tangent
    while True:
        if i > 0 and cross(L[i], R[j], L[i - 1]) >= 0:
            i -= 1
        elif j + 1 < len(R) and cross(L[i], R[j], R[j + 1]) >= 0:
            j += 1
        else:
            break
    return L[: i + 1] + R[j:]


n = int(input())
pts = sorted({tuple(map(int, input().split())) for _ in range(n)})
up = upper(pts)
down = upper([(-x, -y) for x, y in reversed(pts)])
print(len(set(up) | {(-x, -y) for x, y in down}))
