def main():
    size = int(input())
    numbers = [int(x) for x in input().split()]
    numbers.sort()
    i = 0
    while i + 1 < size and numbers[i] == numbers[i + 1]:
        i += 2
    print(numbers[i])


main()
