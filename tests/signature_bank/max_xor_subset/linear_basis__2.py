import sys


def best(numbers):
    basis = []
    for number in numbers:
        for vector in basis:
            number = min(number, number ^ vector)
        if number:
            basis.append(number)
            basis.sort(reverse=True)
    answer = 0
    for vector in basis:
        if answer ^ vector > answer:
            answer ^= vector
    return answer


print(best([int(t) for t in sys.stdin.read().split()[1:]]))
