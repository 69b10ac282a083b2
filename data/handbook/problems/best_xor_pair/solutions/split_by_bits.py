n = int(input())
a = list(map(int, input().split()))


def cross(p, q, b):
    # best xor of one number from p and one from q, bits above b are settled
    if b < 0:
        return 0
    p0 = [x for x in p if not x >> b & 1]
    p1 = [x for x in p if x >> b & 1]
    q0 = [x for x in q if not x >> b & 1]
    q1 = [x for x in q if x >> b & 1]
    r = -1
    if p0 and q1:
        r = max(r, cross(p0, q1, b - 1) + (1 << b))
    if p1 and q0:
        r = max(r, cross(p1, q0, b - 1) + (1 << b))
    if r >= 0:
        return r
    if p0 and q0:
        return cross(p0, q0, b - 1)
    return cross(p1, q1, b - 1)


print(cross(a, a, 9))
