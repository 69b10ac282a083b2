"""The numbers that attacks had before 0.2, when they were rows of a list in sections 1 to 10.

Scripts may still select by them (`--section`, `--row`) and read them in the JSON output. A new attack gets none.
Channels were rows of their own, 10.1 and on, in the order of attacks/channels.py.
"""

from __future__ import annotations

from equijudge_selftest.topics import Topic

SECTIONS: dict[Topic, int] = {
    Topic.RESOURCES: 1, Topic.TIME: 2, Topic.EXITS: 3, Topic.FORGING: 4, Topic.FILES: 5, Topic.COMPILING: 6,
    Topic.COMPARING: 7, Topic.CHECKERS: 9, Topic.CONVERSATIONS: 9, Topic.CALLS: 9,
    Topic.TEST_CODE: 9, Topic.HARMLESS: 8, Topic.SERVICE: 9,
    Topic.BETWEEN_RUNS: 10, Topic.UNCOUNTED: 10, Topic.CHANNELS: 10, Topic.TENANTS: 10,
}  # fmt: skip

# A number, and the slugs that had it.
_TABLE = """
1     fork-bomb
2     setsid-children
3     orphaned-child
4     busy-children ended-busy-children
5     thread-bomb
6     endless-allocation
7     untouched-mapping touched-mapping
8     memory-over-children
9     many-threads
10    fill-tmp fill-dev-shm memfd
11    deep-recursion-big-stack
12    endless-recursion interpreter-crash
13    stdout-flood
14    stderr-flood
15    one-huge-line
16    right-output-then-flood
17    megabyte-of-output
18    big-file sparse-file reserved-file
19    many-small-files
20    deep-directories
21    descriptor-exhaustion
22    core-dump
23    unread-input
24    slowly-read-input
1+    fill-cell-with-children
25    busy-loop
26    sleep-forever
27    output-then-loop output-then-sleep
28    short-sleep
29    busy-machine
30    two-busy-threads
31    ignored-signals
32    swallowed-exceptions
33    clock-polling
34    byte-at-a-time
35    stop-self stop-parent
36    just-below-limit
37    busy-with-unread-input
2+    self-reaping-children
38    exit-code-1 exit-code-2 exit-code-3 exit-code-42 exit-code-43
39    sigfpe sigsegv sigabrt
40    kill-self
41    sigxcpu signal-parent
42    kill-process-1 kill-everything
43    os-exit-before-output sys-exit-before-output
44    verdict-on-stderr
45    close-stdout
46    close-stdin empty-input
47    huge-traceback
48    runtime-syntax-error syntax-error
49    write-every-descriptor
50    forged-frames
51    search-memory-for-answer search-frames-for-answer
52    patch-builtins
53    search-disk-for-answer
54    network
55    read-runner-proc cell-command-lines
56    trace-runner
57    environment
58    files-to-next-test
59    files-to-next-candidate
60    rewrite-own-source
61    planted-modules
62    late-daemon
63    child-holds-stdout
64    kernel-ipc abstract-sockets-and-locks
65    recognised-test
66    count-own-runs outcomes-only-key
67    output-links-to-secret output-links-to-device output-chain-of-links
68    output-is-fifo output-is-directory output-is-hard-link output-is-socket output-unreadable output-missing
69    link-swap-race
70    input-file-paths
71    impossible-paths
72    write-outside
73    chroot setuid setgroups raise-priority
74    mounts-and-namespaces kernel-control kernel-devices
75    kernel-log log-flood
76    unknown-encoding rot13-encoding bytes-codec codec-by-path utf-7-source utf-16-source latin-1-source
76    unicode-escape-source exec-endless-device
77    self-import self-exec
78    open-brackets closed-brackets million-signs parser-backtracking nested-keyword-calls nested-lambdas
78    nested-blocks operator-chain error-in-long-line many-statements
79    huge-power huge-string-product huge-shift giant-tuple giant-set many-digit-literal
80    exec-runner-environment
81    run-at-compile-time run-at-class-creation
82    nul-in-source lone-surrogate-source binary-source empty-source
83    half-megabyte-line
84    option-like-file-name
85    no-final-newline carriage-returns trailing-blanks
86    nul-in-output
87    output-not-utf-8
88    extra-token missing-token
89    float-nan float-inf float-overflow float-overflow-for-inf float-hexadecimal float-underscore minus-zero
89    float-within-tolerance
90    long-integers long-integers-last-digit two-million-digits
91    lone-surrogate-output unicode-line-separator form-feed vertical-tab
92    empty-for-empty
93    empty-output
8.1   future-import
8.2   main-module
8.3   binary-stdin-lines
8.4   open-stdin-by-number
8.5   resource-module
8.6   deep-recursion-in-thread
8.7   input-until-eof
8.8   numpy
8.9   end-by-exit end-by-quit end-by-exit-0 end-by-system-exit
8.10  tabs-beside-spaces tabs-mixed-with-spaces
8.11  byte-order-mark
8.12  carriage-returns-in-source
8.13  python-2
8.14  sortedcontainers
8.15  output-at-exit
8.16  input-and-output-files
94    kill-worker
95    kill-redis
96    kill-cell engine-restart
97    overload
98    cancel-job
99    repeat-request
100   oversized-requests
101   checker-endless checker-exit-codes
102   talk-flood talk-silence talk-exits talk-beyond-the-end
103   attack-runner-process
104   forged-queue-job
105   file-in-flight
106   file-names-in-memory
107   socket-name-in-flight
108   standard-stream-state
109   earlier-input-in-memory
110   half-done-work
111   visible-counters
112   socket-buffers page-tables ended-main-thread
113   hinder-zygote
114   shared-file-lock
115   host-tables
116   outcome-only-reasons
117   near-misses
118   long-limits
119   large-batch
120   fill-redis
121   large-bodies
122   restart-api
123   interrupted-caller
124   lone-surrogates
125   others-training-run
126   compose-containers
"""
_ROW_OF = {slug: row for row, *slugs in map(str.split, _TABLE.strip().splitlines()) for slug in slugs}


def row_of(slug: str) -> str:
    """The old number of an attack; empty when it had none."""
    return _ROW_OF.get(slug, "")
