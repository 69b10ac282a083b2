"""Programs in JavaScript, Go and Rust whose runtimes have memory, threads and ends of their own."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BUSY, QUICK, ROOMY, attack, in_language, of_topic
from equijudge_selftest.topics import Topic

AC, MLE, OLE, RE, TLE, WA = Verdict.AC, Verdict.MLE, Verdict.OLE, Verdict.RE, Verdict.TLE, Verdict.WA

JAVASCRIPT = (
    *of_topic(
        Topic.RESOURCES,
        attack("js-endless-allocation", "JavaScript: objects that are kept for ever are MLE", """
            const held = [];
            for (;;) held.push(new Array(10000).fill(1.5));
            """, MLE),
        attack("js-buffers", "JavaScript: memory beside the heap is MLE", """
            const held = [];
            for (let n = 0; n < 400; n++) held.push(Buffer.alloc(1 << 20, 1));
            console.log(1);
            """, MLE),
        attack("js-raised-heap", "JavaScript: a program that allows itself more heap has no more memory", """
            require('v8').setFlagsFromString('--max-old-space-size=4000');
            const held = [];
            for (let n = 0; n < 4000; n++) held.push(new Array(10000).fill(n + 0.5));
            console.log(1);
            """, MLE),
        attack("js-workers", "JavaScript: heaps of workers are summed", """
            const { Worker, isMainThread } = require('worker_threads');
            if (isMainThread) for (let n = 0; n < 6; n++) new Worker(__filename);
            else {
                const held = [];
                for (let n = 0; n < 80; n++) held.push(new Array(1 << 17).fill(n + 0.5));
                setTimeout(() => console.log(held.length), 500);
            }
            """, MLE, limits=ROOMY.model_copy(update={"memory_limit_bytes": 128 << 20})),
        attack("js-processes", "JavaScript: other programs that are started without end are contained", """
            const { spawn } = require('child_process');
            for (let n = 0; n < 100000; n++) spawn('sleep', ['60']).on('error', () => {});
            """, RE, TLE, MLE, limits=BUSY),
        attack("js-endless-recursion", "JavaScript: recursion without end is RE", "(function f() { f(); })();\n", RE,
               MLE),
        attack("js-deep-recursion", "JavaScript: recursion a hundred thousand deep is accepted", """
            const depth = n => n === 0 ? 0 : 1 + depth(n - 1);
            console.log(depth(100000));
            """, AC, tests=(("", "100000\n"),), limits=ROOMY),
        attack("js-stdout-flood", "JavaScript: a flood on stdout is OLE", """
            const line = Buffer.alloc(1 << 16, 'x');
            for (;;) require('fs').writeSync(1, line);
            """, OLE),
    ),
    *of_topic(
        Topic.TIME,
        attack("js-busy-loop", "JavaScript: a busy loop is TLE by CPU time", "for (;;) {}\n", TLE, limits=BUSY,
               reason="cpu time"),
        attack("js-waiting", "JavaScript: a timer that keeps the program alive is TLE by wall time",
               "console.log(1);\nsetInterval(() => {}, 1000);\n", TLE, limits=QUICK, reason="wall time"),
        attack("js-busy-workers", "JavaScript: the CPU time of workers counts", """
            const { Worker, isMainThread } = require('worker_threads');
            if (isMainThread) for (let n = 0; n < 2; n++) new Worker(__filename);
            else for (;;) {}
            """, TLE, limits=BUSY, reason="cpu time"),
        attack("js-promises", "JavaScript: promises that follow each other without end are TLE", """
            const again = () => Promise.resolve().then(again);
            again();
            """, TLE, limits=BUSY, reason="cpu time"),
    ),
    *of_topic(
        Topic.EXITS,
        attack("js-exit-code", "JavaScript: exit code 42 after the right output is RE",
               "console.log(1);\nprocess.exitCode = 42;\n", RE, reason="exit code 42"),
        attack("js-uncaught", "JavaScript: an uncaught error is RE", "console.log(1);\nthrow new RangeError('x');\n",
               RE,
               reason="exit code 1"),
        attack("js-unhandled-rejection", "JavaScript: a promise that nobody catches is RE",
               "console.log(1);\nPromise.reject(new Error('x'));\n", RE, reason="exit code 1"),
        attack("js-abort", "JavaScript: an abort is RE, and named", "console.log(1);\nprocess.abort();\n", RE,
               reason="SIGABRT"),
        attack("js-kill-self", "JavaScript: killing oneself is RE", "process.kill(process.pid, 'SIGKILL');\n", RE),
        attack("js-exit-before-output", "JavaScript: an exit before any output is WA",
               "process.exit(0);\nconsole.log(1);\n", WA),
        attack("js-signal-parent", "JavaScript: neither the parent nor process 1 can be signalled", """
            let sent = 0;
            for (const pid of [1, process.ppid]) try { process.kill(pid, 'SIGKILL'); sent++; } catch {}
            console.log(1 + sent);
            """, AC),
    ),
)  # fmt: skip
GO = (
    *of_topic(
        Topic.RESOURCES,
        attack("go-endless-allocation", "Go: memory that is kept for ever is MLE", """
            package main
            var held [][]byte
            func main() { for { piece := make([]byte, 1<<20); for n := range piece { piece[n] = 1 };
                held = append(held, piece) } }
            """, MLE),
        attack("go-many-goroutines", "Go: ten thousand goroutines are accepted", """
            package main
            import ("fmt"; "sync")
            func main() {
                var all sync.WaitGroup
                sum := make(chan int, 10000)
                for n := 0; n < 10000; n++ { all.Add(1); go func() { defer all.Done(); sum <- 1 }() }
                all.Wait()
                fmt.Println(len(sum))
            }
            """, AC, tests=(("", "10000\n"),)),
        attack("go-endless-recursion", "Go: recursion without end is RE or MLE",
               "package main\nfunc f(n int) int { return f(n+1) + 1 }\nfunc main() { println(f(0)) }\n", RE, MLE),
        attack("go-untouched-memory", "Go: a gigabyte that is never touched is not counted", """
            package main
            import "fmt"
            func main() { held := make([]byte, 1<<30); fmt.Println(len(held) >> 30) }
            """, AC),
    ),
    *of_topic(
        Topic.TIME,
        attack("go-busy-goroutines", "Go: the CPU time of goroutines counts while the first sleeps", """
            package main
            import "time"
            func main() { for n := 0; n < 4; n++ { go func() { for { } }() }; time.Sleep(time.Minute) }
            """, TLE, limits=BUSY, reason="cpu time"),
    ),
    *of_topic(
        Topic.EXITS,
        attack("go-deadlock", "Go: goroutines that all sleep are RE",
               "package main\nfunc main() { <-make(chan int) }\n", RE,
               reason="exit code 2"),
        attack("go-panic", "Go: a panic is RE", "package main\nfunc main() { println(1); panic(\"x\") }\n", RE,
               reason="exit code 2"),
        attack("go-ignored-nil", "Go: a nil pointer is RE", "package main\nvar none *int\nfunc main() { "
               "println(*none) }\n", RE),
    ),
)  # fmt: skip
RUST = of_topic(
    Topic.EXITS,
    attack("rust-panic", "Rust: a panic is RE", 'fn main() { println!("1"); panic!("x"); }\n', RE,
           reason="exit code 101"),
    attack("rust-abort", "Rust: an abort is RE, and named", 'fn main() { println!("1"); std::process::abort(); }\n', RE,
           reason="SIGABRT"),
    attack("rust-panic-in-thread", "Rust: a panic of a thread that is joined is no error", """
        fn main() { let _ = std::thread::spawn(|| panic!("x")).join(); println!("1"); }
        """, AC),
    attack("rust-endless-recursion", "Rust: recursion without end is RE or MLE", """
        fn same(n: u64) -> u64 { unsafe { std::ptr::read_volatile(&n) } }
        fn f(n: u64) -> u64 { if same(n) == u64::MAX { 0 } else { same(f(n + 1)) + 1 } }
        fn main() { println!("{}", f(0)); }
        """, RE, MLE),
)  # fmt: skip

ATTACKS = (*in_language("javascript", JAVASCRIPT), *in_language("go", GO), *in_language("rust", RUST))
