import sys


def main():
    a = [int(w) for w in sys.stdin.read().split()][1:]
    n = len(a)
    pre = [0] * (n + 1)
    for i in range(1, n + 1):
        pre[i] = pre[i - 1] + a[i - 1]

    log = [0, 0]
    for i in range(2, n + 2):
        log.append(log[i // 2] + 1)
    sp = [[0] * (n + 1) for _ in range(log[n + 1] + 1)]
    sp[0] = pre
    for j in range(1, len(sp)):
        for i in range(n + 2 - (1 << j)):
            x = sp[j - 1][i]
            y = sp[j - 1][i + (1 << (j - 1))]
            sp[j][i] = x if x < y else y

    def lowest(count):
        """least of the first `count` prefix sums"""
        j = log[count]
        return min(sp[j][0], sp[j][count - (1 << j)])

    print(max(pre[end] - lowest(end) for end in range(1, n + 1)))


main()
