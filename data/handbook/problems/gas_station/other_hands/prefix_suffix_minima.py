import sys


def main() -> None:
    data = list(map(int, sys.stdin.buffer.read().split()))
    n = data[0]
    net = [data[1 + i] - data[1 + n + i] for i in range(n)]

    # head[i] = (sum of net[:i], lowest running sum within net[:i])
    head = [(0, 0)]
    for v in net:
        total, low = head[-1]
        total += v
        head.append((total, min(low, total)))

    # tail[i] = the same for net[i:], counted from i
    tail = [(0, 0)] * (n + 1)
    for i in range(n - 1, -1, -1):
        total, low = tail[i + 1]
        tail[i] = (total + net[i], min(0, low + net[i]))

    answer = -1
    i = 0
    while i < n and answer == -1:
        rest, worst_rest = tail[i]
        _, worst_front = head[i]
        if worst_rest >= 0 and rest + worst_front >= 0:
            answer = i + 1
        i += 1
    print(answer)


main()
