word = input().strip()
good = set()
record = (1, 0)
for end, letter in enumerate(word):
    for start in range(end + 1):
        if word[start] != letter:
            continue
        if end - start < 3 or (start + 1, end - 1) in good:
            good.add((start, end))
            record = max(record, (end - start + 1, start))
print(record[0])
