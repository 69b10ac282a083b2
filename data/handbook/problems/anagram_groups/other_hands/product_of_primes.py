from functools import reduce
from operator import mul


def prime_stream():
    found = []
    k = 2
    while True:
        for q in found:
            if k % q == 0:
                break
        else:
            found.append(k)
            yield k
        k += 1


class Coder:
    def __init__(self):
        source = prime_stream()
        self.code = {chr(97 + i): next(source) for i in range(26)}

    def __call__(self, word):
        return reduce(mul, [self.code[ch] for ch in word], 1)


if __name__ == "__main__":
    coder = Coder()
    products = []
    for _ in range(int(input())):
        product = coder(input().strip())
        if product not in products:
            products.append(product)
    print(len(products))
