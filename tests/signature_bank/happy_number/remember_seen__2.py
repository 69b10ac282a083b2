import sys


def next_number(n):
    total = 0
    while n > 0:
        n, digit = divmod(n, 10)
        total += digit * digit
    return total


def is_happy(n):
    visited = []
    while n != 1:
        if n in visited:
            return False
        visited.append(n)
        n = next_number(n)
    return True


def main():
    answers = []
    for token in sys.stdin.read().split()[1:]:
        answers.append("YES" if is_happy(int(token)) else "NO")
    print(" ".join(answers))


main()
