import sys


def main():
    goal = float(sys.stdin.readline())

    def value(x):
        return x * (x * x + 1) - goal

    previous, current = 1.0, 2.0
    for _ in range(100):
        change = value(current) - value(previous)
        if change == 0:
            break
        following = current - value(current) * (current - previous) / change
        previous, current = current, following
    print(f"{current:.6f}")


main()
