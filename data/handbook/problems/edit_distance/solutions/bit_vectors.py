# Myers 1999 / Hyyro 2003: one column of the table in two integers (where it goes up, where it goes down)
def distance(p, t):
    m = len(p)
    if m == 0:
        return len(t)
    peq = {}
    for i, c in enumerate(p):
        peq[c] = peq.get(c, 0) | 1 << i
    mask = (1 << m) - 1
    top = 1 << (m - 1)
    pv, mv, score = mask, 0, m
    for c in t:
        eq = peq.get(c, 0)
        xv = eq | mv
        xh = (((eq & pv) + pv) ^ pv) | eq
        ph = mv | ~(xh | pv) & mask
        mh = pv & xh
        if ph & top:
            score += 1
        if mh & top:
            score -= 1
        ph = (ph << 1 | 1) & mask
        mh = mh << 1 & mask
        pv = mh | ~(xv | ph) & mask
        mv = ph & xv
    return score


first = input()
second = input()
print(distance(first, second))
