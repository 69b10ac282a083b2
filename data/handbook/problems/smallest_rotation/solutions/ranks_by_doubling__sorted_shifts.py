import sys

input = sys.stdin.readline


def sorted_cyclic_shifts(s: str) -> list[int]:
    n = len(s)
    order = sorted(range(n), key=lambda i: s[i])
    classes = [0] * n
    for i in range(1, n):
        classes[order[i]] = classes[order[i - 1]] + (s[order[i]] != s[order[i - 1]])
    length = 1
    while length < n:
        order.sort(key=lambda i: (classes[i], classes[(i + length) % n]))
        renewed = [0] * n
        for previous, i in zip(order, order[1:]):
            a = (classes[previous], classes[(previous + length) % n])
            b = (classes[i], classes[(i + length) % n])
            renewed[i] = renewed[previous] + (1 if a != b else 0)
        classes = renewed
        if classes[order[-1]] == n - 1:
            break
        length <<= 1
    return order


word = input().strip()
start = sorted_cyclic_shifts(word)[0]
print(word[start:], word[:start], sep="")
