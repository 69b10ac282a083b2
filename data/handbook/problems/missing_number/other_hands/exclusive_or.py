def lonely(numbers):
    acc = 0
    for k, v in enumerate(numbers, start=1):
        acc = acc ^ k
        acc = acc ^ v
    return acc


if input():
    print(lonely(int(part) for part in input().split()))
