from functools import cache


def read(given):
    return tuple(map(int, given.split()))


def triangle(n, k):
    row = [1]
    for _ in range(n):
        row = [a + b for a, b in zip([0, *row], [*row, 0], strict=True)]
    return row[k] if 0 <= k <= n else 0


def right_all_less_those_with_too_few(given):
    boys, girls, actors = read(given)
    few = sum(triangle(boys, k) * triangle(girls, actors - k) for k in range(4))
    without = triangle(boys, actors)
    return f"{triangle(boys + girls, actors) - few - without}\n"


def right_one_person_after_another(given):
    boys, girls, actors = read(given)

    @cache
    def ways(boys_left, girls_left, chosen_boys, chosen_girls):
        if chosen_boys + chosen_girls == actors:
            return int(chosen_boys >= 4 and chosen_girls >= 1)
        if boys_left:
            left = (boys_left - 1, girls_left)
            return ways(*left, chosen_boys + 1, chosen_girls) + ways(*left, chosen_boys, chosen_girls)
        if girls_left:
            left = (boys_left, girls_left - 1)
            return ways(*left, chosen_boys, chosen_girls + 1) + ways(*left, chosen_boys, chosen_girls)
        return 0

    return f"\n  {ways(boys, girls, 0, 0)}  \n\n"


def right_product_of_polynomials(given):
    boys, girls, actors = read(given)
    few = [triangle(boys, k) if k >= 4 else 0 for k in range(boys + 1)]
    many = [triangle(girls, k) if k >= 1 else 0 for k in range(girls + 1)]
    product = [0] * (boys + girls + 1)
    for i, a in enumerate(few):
        for j, b in enumerate(many):
            product[i + j] += a * b
    return f"{product[actors]}"


def near_three_boys_are_enough(given):
    boys, girls, actors = read(given)
    return f"{sum(triangle(boys, k) * triangle(girls, actors - k) for k in range(3, actors))}\n"


def near_no_girl_is_needed(given):
    boys, girls, actors = read(given)
    return f"{sum(triangle(boys, k) * triangle(girls, actors - k) for k in range(4, actors + 1))}\n"


def near_in_32_bits(given):
    number = int(right_product_of_polynomials(given)) % 2**32
    return f"{number - 2**32 if number >= 2**31 else number}\n"


def near_as_a_double(given):
    return f"{int(float(right_product_of_polynomials(given)) * 1.0000001)}\n"


def near_one_more(given):
    return f"{int(right_product_of_polynomials(given)) + 1}\n"


def near_the_number_twice(given):
    said = right_product_of_polynomials(given)
    return f"{said} {said}\n"


def near_nothing(given):
    return ""
