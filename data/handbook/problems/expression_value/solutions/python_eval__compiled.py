import sys


def main():
    source = sys.stdin.readline().strip()
    code = compile(source, "<input>", "eval")
    value = eval(code, {"__builtins__": {}})
    sys.stdout.write("%d\n" % value)


main()
