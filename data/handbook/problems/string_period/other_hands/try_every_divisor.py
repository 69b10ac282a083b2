text = input().strip()
total = len(text)
parts = total
answer = None
while answer is None:
    if total % parts == 0:
        size = total // parts
        if text.count(text[:size]) == parts:
            answer = size
    parts -= 1
print(answer)
