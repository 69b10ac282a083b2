def main():
    word = input().strip()
    queue = [(len(word), 0)]
    seen = {len(word)}
    head = 0
    while head < len(queue):
        end, pieces = queue[head]
        head += 1
        if end == 0:
            print(pieces - 1)
            return
        for begin in range(end):
            if begin in seen:
                continue
            part = word[begin:end]
            if part == part[::-1]:
                seen.add(begin)
                queue.append((begin, pieces + 1))


main()
