limit = int(input())
total = 0
for number in range(1, limit + 1):
    rest, result, divisor = number, number, 2
    while divisor * divisor <= rest:
        if rest % divisor == 0:
            result = result // divisor * (divisor - 1)
            while rest % divisor == 0:
                rest //= divisor
        divisor += 1
    if rest > 1:
        result = result // rest * (rest - 1)
    total += result
print(total)
