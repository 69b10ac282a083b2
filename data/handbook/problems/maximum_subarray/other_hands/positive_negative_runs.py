def alternate(a):
    """Sizes of the runs of one sign, each with +1 or -1; nothing is kept before the first gain."""
    i, n = 0, len(a)
    while i < n and a[i] <= 0:
        i += 1
    sign = 1
    while i < n:
        size = 0
        while i < n and (a[i] > 0) == (sign > 0):
            size += abs(a[i])
            i += 1
        yield sign, size
        sign = -sign


def largest(a):
    top = max(a)
    sizes = []
    for sign, size in alternate(a):
        while True:
            if sign > 0 and size > top:
                top = size
            # does the run before this one fit under both of its neighbours?
            if len(sizes) < 2 or sizes[-1] > size or sizes[-1] > sizes[-2]:
                break
            size -= sizes.pop()
            size += sizes.pop()
        sizes.append(size)
    return top


n = int(input())
print(largest([int(w) for w in input().split()][:n]))
