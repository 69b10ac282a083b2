import sys
from dataclasses import dataclass


@dataclass
class Node:
    level: int
    weight: int
    value: int


def fractional(things: list[tuple[int, int]], node: Node, capacity: int) -> float:
    """Upper bound: fill the rest greedily, the last thing in part."""
    room = capacity - node.weight
    total = float(node.value)
    for weight, value in things[node.level :]:
        if weight > room:
            return total + value * room / weight
        room -= weight
        total += value
    return total


def solve(things: list[tuple[int, int]], capacity: int) -> int:
    things = sorted(things, key=lambda thing: thing[1] / thing[0], reverse=True)
    stack = [Node(0, 0, 0)]
    best = 0
    while stack:
        node = stack.pop()
        if node.value > best:
            best = node.value
        if node.level == len(things) or fractional(things, node, capacity) <= best:
            continue
        weight, value = things[node.level]
        stack.append(Node(node.level + 1, node.weight, node.value))
        if node.weight + weight <= capacity:
            stack.append(Node(node.level + 1, node.weight + weight, node.value + value))
    return best


def main() -> None:
    n, capacity = map(int, sys.stdin.readline().split())
    things: list[tuple[int, int]] = []
    for _ in range(n):
        weight, value = map(int, sys.stdin.readline().split())
        things.append((weight, value))
    print(solve(things, capacity))


main()
