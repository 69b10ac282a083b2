def f(x, c):
    return x * x * x + x - c


def slope(x):
    return 3 * x * x + 1


def main():
    c = float(input())
    guess = c
    while True:
        better = guess - f(guess, c) / slope(guess)
        if abs(better - guess) < 1e-12:
            break
        guess = better
    print("{:.6f}".format(better))


main()
