def det(a):
    if len(a) == 1:
        return a[0][0]
    res = 0
    for j in range(len(a)):
        minor = [row[:j] + row[j + 1 :] for row in a[1:]]
        res += (-1) ** j * a[0][j] * det(minor)
    return res


n = int(input())
print(det([list(map(int, input().split())) for _ in range(n)]))
