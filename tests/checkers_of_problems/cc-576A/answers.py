def is_prime(x):
    return x > 1 and all(x % d for d in range(2, int(x**0.5) + 1))


def powers(n):
    found = []
    for p in filter(is_prime, range(2, n + 1)):
        q = p
        while q <= n:
            found.append(q)
            q *= p
    return found


def show(questions):
    return f"{len(questions)}\n{' '.join(map(str, questions))}\n"


def right_ascending_by_the_smallest_divisor(given):
    n, found = int(given), []
    for x in range(2, n + 1):
        smallest = next(d for d in range(2, x + 1) if x % d == 0)
        rest = x
        while rest % smallest == 0:
            rest //= smallest
        if rest == 1:
            found.append(x)
    return show(found)


def right_sieve_from_the_largest_down(given):
    """Numbers whose count of different prime factors is one."""
    n = int(given)
    kinds = [0] * (n + 1)
    for p in range(2, n + 1):
        if kinds[p] == 0:
            for multiple in range(p, n + 1, p):
                kinds[multiple] += 1
    return show([x for x in range(n, 1, -1) if kinds[x] == 1])


def right_on_lines_of_their_own(given):
    """What the least common multiple of 1 to x grows by is new: x is asked about."""
    from math import gcd

    multiple, found = 1, []
    for x in range(1, int(given) + 1):
        if multiple % x:
            found.append(x)
            multiple = multiple // gcd(multiple, x) * x
    return "\n".join(map(str, [len(found), *sorted(found, key=str)])) + "\n"


def near_primes_only(given):
    return show([x for x in powers(int(given)) if is_prime(x)])


def near_all_numbers(given):
    return show(list(range(2, int(given) + 1)))


def near_the_last_left_out(given):
    return show(powers(int(given))[:-1])


def near_one_more(given):
    return show([*powers(int(given)), 1])


def near_the_count_is_one_less(given):
    found = powers(int(given))
    return f"{len(found) - 1}\n{' '.join(map(str, found))}\n"


def near_one_twice(given):
    found = powers(int(given))
    return show([*found[:-1], found[0]])


def near_the_numbers_are_missing(given):
    return f"{len(powers(int(given)))}\n"


def near_one_question_beyond_n(given):
    found = powers(int(given))
    return show([*found[:-1], int(given) + 1])
