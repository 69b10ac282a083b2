def merge(a, b):
    res = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            res.append(a[i])
            i += 1
        else:
            res.append(b[j])
            j += 1
    return res + a[i:] + b[j:]


def solve(lists):
    if len(lists) == 1:
        return lists[0]
    mid = len(lists) // 2
    return merge(solve(lists[:mid]), solve(lists[mid:]))


k = int(input())
print(*solve([list(map(int, input().split()))[1:] for _ in range(k)]))
