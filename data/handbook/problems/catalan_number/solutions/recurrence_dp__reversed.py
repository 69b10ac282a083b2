from operator import mul


def catalan(n: int) -> int:
    """Each new number is the product of the list so far with itself turned round."""
    numbers = [1]
    while len(numbers) <= n:
        numbers.append(sum(map(mul, numbers, reversed(numbers))))
    return numbers[n]


if __name__ == "__main__":
    n, m = map(int, open(0).read().split())
    print(catalan(n) % m)
