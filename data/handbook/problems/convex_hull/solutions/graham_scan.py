from functools import cmp_to_key

n = int(input())
pts = []
for _ in range(n):
    x, y = map(int, input().split())
    if (y, x) not in pts:
        pts.append((y, x))
# stored as (y, x) so that min is the lowest, then the leftmost
o = min(pts)
pts.remove(o)


def cross(a, b, c):
    return (b[1] - a[1]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[1] - a[1])


def dist(a):
    return (a[0] - o[0]) ** 2 + (a[1] - o[1]) ** 2


def cmp(a, b):
    c = cross(o, a, b)
    if c != 0:
        return -1 if c > 0 else 1
    return dist(a) - dist(b)


pts.sort(key=cmp_to_key(cmp))
st = [o]
for p in pts:
    while len(st) > 1 and cross(st[-2], st[-1], p) <= 0:
        st.pop()
    st.append(p)
print(len(st))
