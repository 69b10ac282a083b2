def main():
    limit = int(input())
    side = 1
    while True:
        if side * side > limit:
            return side - 1
        side += 1


print(main())
