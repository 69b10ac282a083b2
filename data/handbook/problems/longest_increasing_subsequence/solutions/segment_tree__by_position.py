import sys


class MaxSegmentTree:
    def __init__(self, n):
        self.n = n
        self.tree = [0] * (2 * n)

    def update(self, i, value):
        i += self.n
        while i >= 1:
            self.tree[i] = max(self.tree[i], value)
            i >>= 1

    def query(self, left, right):
        """maximum of the positions left <= i < right"""
        result = 0
        left += self.n
        right += self.n
        while left < right:
            if left & 1:
                result = max(result, self.tree[left])
                left += 1
            if right & 1:
                right -= 1
                result = max(result, self.tree[right])
            left >>= 1
            right >>= 1
        return result


def main():
    data = list(map(int, sys.stdin.read().split()))
    a = data[1:]
    index = {v: i for i, v in enumerate(sorted(set(a)))}
    tree = MaxSegmentTree(len(index))
    for v in a:
        tree.update(index[v], tree.query(0, index[v]) + 1)
    print(tree.query(0, len(index)))


main()
