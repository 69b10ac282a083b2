import sys


def lost(stones: int, moves: tuple) -> bool:
    return all(take > stones or not lost(stones - take, moves) for take in moves)


numbers = [int(word) for word in sys.stdin.read().split()]
k, q = numbers[:2]
moves = tuple(sorted(numbers[2 : k + 2], reverse=True))
for pile in numbers[k + 2 : k + 2 + q]:
    print("second" if lost(pile, moves) else "first")
