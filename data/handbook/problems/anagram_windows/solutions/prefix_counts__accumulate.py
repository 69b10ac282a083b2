from itertools import accumulate


def running_totals(text: str, letter: str) -> list[int]:
    return list(accumulate((int(x == letter) for x in text), initial=0))


def main() -> None:
    word, text = open(0).read().split()
    length = len(word)
    starts = range(len(text) - length + 1)
    # one table per letter of the word; together they fill the whole stretch
    totals = {letter: running_totals(text, letter) for letter in set(word)}
    wanted = {letter: word.count(letter) for letter in totals}

    def fits(start: int) -> bool:
        stop = start + length
        return all(table[stop] - table[start] == wanted[letter] for letter, table in totals.items())

    print(sum(1 for start in starts if fits(start)))


main()
