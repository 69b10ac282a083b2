def sift(a, root, size):
    val = a[root]
    while True:
        kid = 2 * root + 1
        if kid >= size:
            break
        if kid + 1 < size and a[kid + 1] > a[kid]:
            kid += 1
        if a[kid] <= val:
            break
        a[root] = a[kid]
        root = kid
    a[root] = val


def heapsort(a):
    size = len(a)
    for root in reversed(range(size // 2)):
        sift(a, root, size)
    while size > 1:
        size -= 1
        a[0], a[size] = a[size], a[0]
        sift(a, 0, size)


n = int(input())
arr = [int(x) for x in input().split()]
heapsort(arr)
print(' '.join(map(str, arr)))
