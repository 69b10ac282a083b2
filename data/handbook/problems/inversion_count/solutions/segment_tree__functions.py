# sums over the ranks of the numbers that came before
import sys

n, *a = map(int, sys.stdin.read().split())
rank = {}
for x in sorted(a):
    if x not in rank:
        rank[x] = len(rank)
leaves = 1 << (len(rank) - 1).bit_length()
tree = [0] * (2 * leaves)


def insert(r):
    node = r + leaves
    while node:
        tree[node] += 1
        node //= 2


def greater(r):
    """inserted ranks above r: the right neighbours on the way up"""
    node = r + leaves
    result = 0
    while node > 1:
        if node % 2 == 0:
            result += tree[node + 1]
        node //= 2
    return result


count = 0
for x in a:
    count += greater(rank[x])
    insert(rank[x])
print(count)
