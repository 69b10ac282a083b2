"""Programs in JavaScript, Go, Rust, PyPy and C++ that must not fail: the ways in which people read and write."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import ROOMY, Attack, attack, in_language, of_topic
from equijudge_selftest.topics import Topic

AC = Verdict.AC
LINES = "".join(f"{number}\n" for number in range(100_000))
SUM = ((LINES, "4999950000\n"),)


def sums(slug: str, name: str, source: str) -> Attack:
    """A program that adds a hundred thousand numbers up."""
    return attack(slug, name, source, AC, tests=SUM, limits=ROOMY)


CPP = (
    sums("cpp-named-streams", "C++: standard streams opened by their names", """
        #include <fstream>
        int main() {
            std::ifstream in("/dev/stdin");
            long long sum = 0, x;
            while (in >> x) sum += x;
            std::ofstream("/dev/stderr") << "said\\n";
            std::ofstream("/dev/stdout") << sum << "\\n";
        }
        """),
    sums("cpp-rewound-input", "C++: input that is read twice", """
        #include <cstdio>
        int main() {
            long long sum = 0, x, lines = 0;
            for (int c; (c = getchar()) != EOF;) lines += c == '\\n';
            rewind(stdin);
            while (scanf("%lld", &x) == 1) sum += x;
            printf("%lld\\n", lines == 100000 ? sum : -1);
        }
        """),
)  # fmt: skip
JAVASCRIPT = (
    sums("js-read-by-name", "JavaScript: input read from /dev/stdin", """
        const lines = require('fs').readFileSync('/dev/stdin', 'utf8').trim().split('\\n');
        console.log(lines.reduce((sum, line) => sum + Number(line), 0));
        """),
    sums("js-read-by-number", "JavaScript: input read from descriptor 0", """
        console.log(String(require('fs').readFileSync(0)).trim().split('\\n').map(Number).reduce((a, b) => a + b));
        """),
    sums("js-read-by-lines", "JavaScript: input read line by line", """
        let sum = 0;
        const lines = require('readline').createInterface({ input: process.stdin });
        lines.on('line', line => { sum += Number(line); });
        lines.on('close', () => console.log(sum));
        """),
    sums("js-read-by-events", "JavaScript: input read by events", """
        let text = '';
        process.stdin.setEncoding('utf8');
        process.stdin.on('data', piece => { text += piece; });
        process.stdin.on('end', () => console.log(text.split('\\n').reduce((sum, line) => sum + Number(line), 0)));
        """),
    sums("js-read-by-await", "JavaScript: input read by an asynchronous loop", """
        (async () => {
            let sum = 0;
            for await (const line of require('readline').createInterface({ input: process.stdin })) sum += +line;
            console.log(sum);
        })();
        """),
    attack("js-output-then-exit", "JavaScript: a hundred thousand lines, then an exit at once", """
        for (let n = 0; n < 100000; n++) console.log(n);
        process.exit(0);
        """, AC, tests=(("", LINES),), limits=ROOMY),
    attack("js-large-integers", "JavaScript: integers of any size, and UTF-8", """
        console.log(String(2n ** 100n), 'größe 漢字 🂡', [10, 9, 1].sort().join());
        """, AC, tests=(("", "1267650600228229401496703205376 größe 漢字 🂡 1,10,9\n"),)),
)  # fmt: skip
GO = (
    sums("go-read-by-scanner", "Go: input read by a Scanner", """
        package main
        import ("bufio"; "fmt"; "os"; "strconv")
        func main() {
            lines, sum := bufio.NewScanner(os.Stdin), 0
            for lines.Scan() { n, _ := strconv.Atoi(lines.Text()); sum += n }
            fmt.Println(sum)
        }
        """),
    sums("go-read-by-fscan", "Go: input read by Fscan on a buffer", """
        package main
        import ("bufio"; "fmt"; "os")
        func main() {
            in, out := bufio.NewReader(os.Stdin), bufio.NewWriter(os.Stdout)
            defer out.Flush()
            sum, n := 0, 0
            for { if _, end := fmt.Fscan(in, &n); end != nil { break }; sum += n }
            fmt.Fprintln(out, sum)
        }
        """),
)  # fmt: skip
RUST = (
    sums("rust-read-all", "Rust: input read as a whole", """
        use std::io::{Read, Write};
        fn main() {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).unwrap();
            let sum: i64 = text.split_ascii_whitespace().map(|word| word.parse::<i64>().unwrap()).sum();
            writeln!(std::io::BufWriter::new(std::io::stdout().lock()), "{}", sum).unwrap();
        }
        """),
    sums("rust-read-lines", "Rust: input read line by line, in a thread with a large stack", """
        use std::io::BufRead;
        fn solve() {
            let sum: i64 = std::io::stdin().lock().lines().map(|line| line.unwrap().parse::<i64>().unwrap()).sum();
            println!("{}", sum);
        }
        fn main() { std::thread::Builder::new().stack_size(200 << 20).spawn(solve).unwrap().join().unwrap(); }
        """),
)  # fmt: skip
PYPY = (
    sums("pypy-read-all", "PyPy: input read as a whole", """
        import sys
        print(sum(map(int, sys.stdin.buffer.read().split())))
        """),
    sums("pypy-read-lines", "PyPy: input read line by line", """
        import sys
        input = sys.stdin.readline
        print(sum(int(input()) for _ in range(100000)))
        """),
    attack("pypy-deep-recursion", "PyPy: deep recursion on a thread with a large stack", """
        import sys, threading
        sys.setrecursionlimit(10**6)
        threading.stack_size(200 << 20)
        def depth(n):
            return n and 1 + depth(n - 1)
        thread = threading.Thread(target=lambda: print(depth(50000)))
        thread.start()
        thread.join()
        """, AC, tests=(("", "50000\n"),), limits=ROOMY),
)  # fmt: skip

ATTACKS = of_topic(
    Topic.HARMLESS,
    *in_language("cpp17", CPP),
    *in_language("javascript", JAVASCRIPT),
    *in_language("go", GO),
    *in_language("rust", RUST),
    *in_language("pypy3", PYPY),
)
