import sys


def radii(word):
    # position p of the stretched word: a letter when p is odd, a gap when p is even
    end = 2 * len(word)
    out = []
    mid = edge = 0
    for p in range(end + 1):
        size = 0
        if p < edge:
            size = min(out[2 * mid - p], edge - p)
        while True:
            a, b = p - size - 1, p + size + 1
            if a < 0 or b > end:
                break
            if a % 2 and word[a // 2] != word[b // 2]:
                break
            size += 1
        out.append(size)
        if p + size > edge:
            mid, edge = p, p + size
    return out


print(max(radii(sys.stdin.readline().rstrip())))
