from itertools import product


def good(word, choice):
    """Is every piece a palindrome if we cut before letter k+1 wherever choice[k] is set?"""
    piece = word[0]
    for letter, cut in zip(word[1:], choice):
        if cut:
            if piece != piece[::-1]:
                return False
            piece = letter
        else:
            piece += letter
    return piece == piece[::-1]


def main():
    word = open(0).readline().strip()
    choices = product((False, True), repeat=len(word) - 1)
    print(min(sum(c) for c in choices if good(word, c)))


main()
