def count_bst(k):
    return sum(count_bst(left) * count_bst(k - left - 1) for left in range(k)) if k else 1


size, mod = map(int, open(0).readline().split())
print(count_bst(size) % mod)
