# a tree over the positions, filled from the leaves; its root knows the best block
n = int(input())
a = list(map(int, input().split()))
NEUTRAL = (0, -(10**18), -(10**18), -(10**18))


def join(p, q):
    return (
        p[0] + q[0],
        max(p[1], p[0] + q[1]),
        max(q[2], q[0] + p[2]),
        max(p[3], q[3], p[2] + q[1]),
    )


size = 1 << (n - 1).bit_length()
t = [NEUTRAL] * (2 * size)
t[size : size + n] = [(x, x, x, x) for x in a]
for i in range(size - 1, 0, -1):
    t[i] = join(t[2 * i], t[2 * i + 1])
print(t[1][3])
