import sys


def main():
    text, budget = sys.stdin.read().split()
    budget = int(budget)
    length = len(text) - budget
    tower = ""
    for symbol in text:
        while budget and tower and tower[-1] > symbol:
            tower = tower[:-1]
            budget -= 1
        tower += symbol
    rest = tower[:length]
    print(int(rest) if rest != "" else 0)


if __name__ == "__main__":
    main()
