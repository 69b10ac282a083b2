# villages from the outside in: the two highest branches below every village
import sys

input = sys.stdin.readline


def main():
    n = int(input())
    near = [[] for _ in range(n)]
    for _ in range(n - 1):
        a, b = (int(x) - 1 for x in input().split())
        near[a].append(b)
        near[b].append(a)
    parent = [-1] * n
    order = [0]
    for v in order:
        for u in near[v]:
            if u != parent[v]:
                parent[u] = v
                order.append(u)
    first = [0] * n
    second = [0] * n
    answer = 0
    while order:
        v = order.pop()
        answer = max(answer, first[v] + second[v])
        p = parent[v]
        if p < 0:
            continue
        height = first[v] + 1
        if height > first[p]:
            first[p], second[p] = height, first[p]
        elif height > second[p]:
            second[p] = height
    print(answer)


main()
