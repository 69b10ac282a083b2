from itertools import takewhile

n = int(input())
a = [int(x) for x in input().split()]


def width(i):
    tall = lambda x: x >= a[i]
    right = sum(1 for _ in takewhile(tall, a[i:]))
    left = sum(1 for _ in takewhile(tall, a[i::-1]))
    return left + right - 1


print(max(a[i] * width(i) for i in range(n)))
