import sys
import threading


class Fibonacci:
    def __init__(self, modulus):
        self.modulus = modulus
        self.known = {0: 0, 1: 1 % modulus}

    def __getitem__(self, index):
        if index not in self.known:
            one_back = self[index - 1]
            two_back = self[index - 2]
            self.known[index] = (one_back + two_back) % self.modulus
        return self.known[index]


def main():
    index, modulus = map(int, sys.stdin.read().split())
    print(Fibonacci(modulus)[index])


sys.setrecursionlimit(1 << 14)
threading.stack_size(1 << 24)
worker = threading.Thread(target=main)
worker.start()
worker.join()
