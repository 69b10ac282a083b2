def main():
    n = int(input())
    product = 1
    for factor in range(2, n + 1):
        product *= factor
    zeros = 0
    while product % 10 == 0:
        product //= 10
        zeros += 1
    print(zeros)


main()
