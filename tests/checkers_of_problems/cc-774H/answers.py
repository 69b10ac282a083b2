def lengths(given):
    """How long the runs are: as many of length i as the second difference of the counts says."""
    counts = [*map(int, given.split()[1:]), 0, 0]
    found = []
    for at in range(len(counts) - 2):
        found += [at + 1] * (counts[at] - 2 * counts[at + 1] + counts[at + 2])
    return found


def string(runs, letters):
    return "".join(letters[at % len(letters)] * length for at, length in enumerate(runs)) + "\n"


def right_short_runs_first_in_other_letters(given):
    return string(lengths(given), "xyz")


def right_long_and_short_in_turn(given):
    runs, mixed = lengths(given), []
    while runs:
        mixed.append(runs.pop())
        if runs:
            mixed.append(runs.pop(0))
    return string(mixed, "zq")


def right_peeled_from_the_longest(given):
    """Take away the counts of the longest run that is left, until nothing is."""
    counts = list(map(int, given.split()[1:]))
    runs = []
    while any(counts):
        longest = max(at + 1 for at, count in enumerate(counts) if count)
        runs.insert(len(runs) // 2, longest)
        for at in range(longest):
            counts[at] -= longest - at
    return string(runs, "abcdefghijklmnopqrstuvwxyz")


def near_runs_beside_one_another_in_one_letter(given):
    runs = lengths(given)
    return "b" * sum(runs[:2]) + string(runs[2:], "ac")


def near_one_letter_changed(given):
    text = string(lengths(given), "ab").strip()
    return text[:-1] + ("b" if text[-1] == "a" else "a") + "\n"


def near_one_letter_too_few(given):
    return string(lengths(given), "ab").strip()[:-1] + "\n"


def near_one_letter_too_many(given):
    return string(lengths(given), "ab").strip() + "c\n"


def near_capitals(given):
    return string(lengths(given), "AB")


def near_blanks_between_the_runs(given):
    return " ".join(letter * length for length, letter in zip(lengths(given), "ab" * 2000, strict=False)) + "\n"


def near_as_many_runs_as_the_counts_themselves(given):
    counts = list(map(int, given.split()[1:]))
    return string([at + 1 for at, count in enumerate(counts) if count], "ab")


def near_all_different(given):
    return string([1] * int(given.split()[0]), "abc")
