import fileinput

word, text = [line.rstrip() for line in fileinput.input()]
difference = {}


def change(letter, amount):
    # letters in balance are not stored
    value = difference.get(letter, 0) + amount
    if value:
        difference[letter] = value
    else:
        difference.pop(letter, None)


for letter in word:
    change(letter, -1)

places = 0
end = 0
while end < len(text):
    change(text[end], +1)
    if end >= len(word):
        change(text[end - len(word)], -1)
    if not difference:
        places += 1
    end += 1
print(places)
