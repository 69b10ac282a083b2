import sys


def find(numbers):
    i = 1
    while i < len(numbers):
        j = 0
        while j < i:
            if numbers[j] == numbers[i]:
                return numbers[i]
            j += 1
        i += 1
    return -1


if __name__ == "__main__":
    n = int(sys.stdin.readline())
    numbers = [int(x) for x in sys.stdin.readline().split()]
    print(find(numbers[:n]))
