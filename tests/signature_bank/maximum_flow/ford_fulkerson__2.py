import sys

sys.setrecursionlimit(10000)


def main():
    n, _, *numbers = map(int, sys.stdin.read().split())
    graph = [{} for _ in range(n + 1)]
    for i in range(0, len(numbers), 3):
        a, b, cap = numbers[i : i + 3]
        graph[a][b] = graph[a].get(b, 0) + cap
        graph[b].setdefault(a, 0)

    def augment(vertex, amount, visited):
        if vertex == n:
            return amount
        visited.add(vertex)
        for other in list(graph[vertex]):
            if other in visited or not graph[vertex][other]:
                continue
            sent = augment(other, min(amount, graph[vertex][other]), visited)
            if sent:
                graph[vertex][other] -= sent
                graph[other][vertex] += sent
                return sent
        return 0

    total = 0
    while sent := augment(1, float("inf"), set()):
        total += sent
    print(total)


main()
