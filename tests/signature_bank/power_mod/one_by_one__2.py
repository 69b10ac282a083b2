def main():
    base, exponent, modulus = map(int, input().split())
    product = 1
    count = 0
    while count < exponent:
        product *= base
        product %= modulus
        count += 1
    print(product)


main()
