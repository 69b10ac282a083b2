import sys


def spfa(successors: dict[int, list[int]], price: list[int]) -> list[float]:
    """Label correcting: a block whose cost fell waits in the queue to tell its successors."""
    cost: list[float] = [float("inf")] * len(price)
    cost[0] = price[0]
    queue: list[int] = [0]
    waiting: set[int] = {0}
    head = 0
    while head < len(queue):
        block = queue[head]
        head += 1
        waiting.discard(block)
        for successor in successors[block]:
            candidate = cost[block] + price[successor]
            if candidate >= cost[successor]:
                continue
            cost[successor] = candidate
            if successor not in waiting:
                waiting.add(successor)
                queue.append(successor)
    return cost


def main() -> None:
    tokens = sys.stdin.read().split()
    height, width = int(tokens[0]), int(tokens[1])
    price = [int(token) for token in tokens[2:]]
    successors: dict[int, list[int]] = {}
    for block in range(height * width):
        row, column = divmod(block, width)
        successors[block] = []
        if row < height - 1:
            successors[block].append(block + width)
        if column < width - 1:
            successors[block].append(block + 1)
    print(spfa(successors, price)[-1])


if __name__ == "__main__":
    main()
