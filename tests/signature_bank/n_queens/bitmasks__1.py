n = int(input())
full = (1 << n) - 1

def go(cols, l, r):
    if cols == full:
        return 1
    res = 0
    free = full & ~(cols | l | r)
    while free:
        b = free & -free
        free ^= b
        res += go(cols | b, (l | b) << 1, (r | b) >> 1)
    return res

print(go(0, 0, 0))
