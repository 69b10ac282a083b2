def occurs(sub: str, text: str) -> bool:
    at = -1
    for ch in sub:
        at = text.find(ch, at + 1)
        if at < 0:
            return False
    return True


small = input().strip()
large = input().strip()
subs = [""]
for ch in small:
    subs += [s + ch for s in subs]
print(max(len(s) for s in subs if occurs(s, large)))
