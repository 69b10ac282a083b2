import sys
import threading
from functools import lru_cache

MOD = 1_000_000_007


def main() -> None:
    n, s, *coins = map(int, sys.stdin.read().split())
    coins.sort(reverse=True)

    @lru_cache(maxsize=None)
    def pay(index: int, amount: int) -> int:
        """Ways to pay the amount with coins[index:]."""
        if amount == 0:
            return 1
        if index == n:
            return 0
        if coins[index] > amount:
            return pay(index + 1, amount)
        return (pay(index + 1, amount) + pay(index, amount - coins[index])) % MOD

    print(pay(0, s))


sys.setrecursionlimit(10**6)
threading.stack_size(64 * 1024 * 1024)
worker = threading.Thread(target=main)
worker.start()
worker.join()
