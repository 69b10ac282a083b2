import sys


def main():
    tokens = open("kth.in", "rb").read().split()
    k = int(tokens[1])
    values = []
    for token in tokens[2:]:
        values.append(int(token))
    values.sort(reverse=True)
    sys.stdout = open("kth.out", "w")
    print(values[-k])


main()
