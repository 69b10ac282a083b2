n = int(input())
sq = [i * i for i in range(1, 23)]


def can(x, k):
    # is x a sum of k squares
    if k == 1:
        return x in sq
    for s in sq:
        if s >= x:
            break
        if can(x - s, k - 1):
            return True
    return False


k = 1
while not can(n, k):
    k += 1
print(k)
