def factors(n):
    found, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            found[p] = found.get(p, 0) + 1
            n //= p
        p += 1
    if n > 1:
        found[n] = found.get(n, 0) + 1
    return found


def best(n):
    found = factors(n)
    prime = max(found, key=found.get)
    return [prime] * (found[prime] - 1) + [n // prime ** (found[prime] - 1)]


def show(sequences):
    return "".join(f"{len(each)}\n{' '.join(map(str, each))}\n" for each in sequences)


def read(given):
    return list(map(int, given.split()[1:]))


def answer(given, sequence):
    return show([sequence(n) for n in read(given)])


def right_spread_over_the_end(given):
    """Every prime as far to the end as it goes, one of each a number: 2 2 90 becomes 2 6 30."""

    def spread(n):
        found = factors(n)
        length = max(found.values())
        numbers = [1] * length
        for prime, times in found.items():
            for at in range(length - times, length):
                numbers[at] *= prime
        return numbers

    return answer(given, spread)


def right_smallest_prime_power_first(given):
    """Divide by the radical of what is left, as often as it goes: the last number first."""

    def divide(n):
        numbers = []
        while n > 1:
            radical = 1
            for prime in factors(n):
                radical *= prime
            numbers.append(radical)
            n //= radical
        return numbers[::-1]

    return answer(given, divide)


def right_the_largest_prime_that_counts_most(given):
    def last(n):
        found = factors(n)
        most = max(found.values())
        prime = max(p for p in found if found[p] == most)
        rest = n // prime**most
        for extra, times in factors(rest).items():
            if times >= 2:  # one of them may stand in the number before the last, which still divides the last
                return [prime] * (most - 2) + [prime * extra, prime * (rest // extra)]
        return [prime] * (most - 1) + [prime * rest]

    return answer(given, last)


def near_all_prime_factors(given):
    return answer(given, lambda n: [p for p, times in factors(n).items() for _ in range(times)])


def near_one_shorter(given):
    def shorter(n):
        numbers = best(n)
        return numbers if len(numbers) < 2 else [*numbers[:-2], numbers[-2] * numbers[-1]]

    return answer(given, shorter)


def near_the_largest_first(given):
    return answer(given, lambda n: best(n)[::-1])


def near_a_one_in_front(given):
    return answer(given, lambda n: [1, *best(n)])


def near_another_product(given):
    return answer(given, lambda n: [*best(n)[:-1], best(n)[-1] * 2])


def near_the_last_number_is_missing(given):
    return answer(given, best).rstrip().rpartition("\n")[0] + "\n"


def near_one_number_too_many(given):
    return answer(given, best) + "2\n"


def near_one_number_alone(given):
    return answer(given, lambda n: [n])
