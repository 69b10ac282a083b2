def count_divisors(number):
    """No divisor but the number itself is more than half of it."""
    divisors = [1] if number == 1 else [1, number]
    candidate = 2
    while candidate <= number // 2:
        if number % candidate == 0:
            divisors.append(candidate)
        candidate += 1
    return len(divisors)


if __name__ == "__main__":
    print(count_divisors(int(input())))
