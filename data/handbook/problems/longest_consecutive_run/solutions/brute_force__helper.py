import fileinput


def occurs(wanted, numbers):
    for number in numbers:
        if number == wanted:
            return True
    return False


def run_length(start, numbers):
    length, nxt = 0, start
    while occurs(nxt, numbers):
        length += 1
        nxt += 1
    return length


def read():
    for line in fileinput.input():
        yield from line.split()


tokens = read()
amount = int(next(tokens))
numbers = [int(next(tokens)) for _ in range(amount)]
print(max([run_length(number, numbers) for number in numbers]))
