def is_square(x):
    root = int(x**0.5)
    return root * root == x


def main():
    number = int(input())
    reduced = number
    while not reduced & 3:
        reduced >>= 2
    if is_square(number):
        answer = 1
    elif reduced & 7 == 7:
        answer = 4
    else:
        answer = 3
        a = 1
        while a * a <= number:
            if is_square(number - a * a):
                answer = 2
                break
            a += 1
    print(answer)


main()
