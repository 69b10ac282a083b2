"""Output files that are something else, paths that are no paths, and what only an administrator may do."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import Attack, attack, of_topic
from equijudge_selftest.attacks.forging import calls
from equijudge_selftest.topics import Topic

AC, RE, WA = Verdict.AC, Verdict.RE, Verdict.WA
FILE = "output.txt"


def leaves(slug: str, name: str, made: str, reason: str) -> Attack:
    """A program that puts something in the place of its output file."""
    return attack(slug, name, f"import os\n{made}\n", WA, output_file=FILE, reason=reason)


ATTACKS = of_topic(
    Topic.FILES,
    leaves("output-links-to-secret", "an output file that links to a secret is not followed",
           f"os.symlink('/etc/passwd', '{FILE}')", "not a regular file"),
    leaves("output-links-to-device", "an output file that links to an endless device is not followed",
           f"os.symlink('/dev/zero', '{FILE}')", "not a regular file"),
    leaves("output-chain-of-links", "a chain of links is not followed",
           f"open('real', 'w').write('1'); os.symlink('real', 'link'); os.symlink('link', '{FILE}')",
           "not a regular file"),
    leaves("output-is-fifo", "a FIFO is no output file, and is not waited for",
           f"os.mkfifo('{FILE}')", "not a regular file"),
    leaves("output-is-directory", "a directory is no output file", f"os.mkdir('{FILE}')", "not a regular file"),
    leaves("output-is-hard-link", "a file with another name is no output file",
           f"open('other', 'w').write('1'); os.link('other', '{FILE}')", "has other names"),
    leaves("output-is-socket", "a socket is no output file",
           f"import socket; socket.socket(socket.AF_UNIX).bind('{FILE}')", "not a regular file"),
    leaves("output-unreadable", "a file that its owner may not read is no output file",
           f"open('{FILE}', 'w').write('1'); os.chmod('{FILE}', 0)", "unreadable"),
    leaves("output-missing", "no file is no output", "pass", "missing"),
    attack("link-swap-race", "links swapped by a process left behind win no race", """
        import os
        if os.fork():
            os._exit(0)
        while True:
            for made in (lambda: os.symlink('/etc/passwd', 'next'), lambda: open('next', 'w').write('0'),
                         lambda: os.link('/proc/1/environ', 'next')):
                try:
                    made()
                    os.rename('next', 'output.txt')
                    os.chmod('output.txt', 0o4777)
                except OSError:
                    continue
        """, WA, output_file=FILE),
    attack("impossible-paths", "paths that are none are errors to the program", """
        for path in ('', 'x' * 5000, b'\\xff' * 300, '/' * 5000, 'a/' * 3000):
            try:
                open(path, 'w')
            except OSError:
                continue
            raise SystemExit('opened')
        try:
            open('a\\0b', 'w')
        except ValueError:
            print(1)
        """, AC),
    attack("write-outside", "nothing outside the program's own places can be written", """
        import os
        for folder in ('/', '/etc', '/usr', '/usr/lib', '/opt', '/dev', '/proc', '/proc/sys/kernel', '/sys', '/root'):
            for name in ('x', 'core_pattern', 'passwd', 'python3'):
                try:
                    os.close(os.open(f'{folder}/{name}', os.O_WRONLY | os.O_CREAT))
                except OSError:
                    continue
                raise SystemExit(f'{folder}/{name} can be written')
        print(1)
        """, AC),
    *(
        attack(slug, f"{call} is refused", f"import os\n{call}\n", RE)
        for slug, call in (
            ("chroot", "os.chroot('/tmp')"),
            ("setuid", "os.setuid(0)"),
            ("setgroups", "os.setgroups([0])"),
            ("raise-priority", "os.nice(-5)"),
        )
    ),
    calls("mounts-and-namespaces", "mounts and name spaces cannot be had",
          "'mount', (165, 40), b'none', b'/tmp', b'tmpfs', 0, 0", "'umount2', (166, 39), b'/tmp', 0",
          "'unshare', (272, 97), 0x10000000", "'setns', (308, 268), 0, 0", "'chroot', (161, 51), b'/tmp'",
          "'pivot_root', (155, 41), b'/tmp', b'/tmp'", "'clone3', (435, 435), 0, 0",
          "'open_by_handle_at', (304, 265), 0, 0, 0", "'open_tree', (428, 428), 0, b'/', 1"),
    calls("kernel-control", "the kernel cannot be changed, stopped or measured",
          "'bpf', (321, 280), 0, 0, 0", "'perf_event_open', (298, 241), 0, 0, 0, 0, 0",
          "'kexec_load', (246, 104), 0, 0, 0, 0", "'reboot', (169, 142), 0xfee1dead, 672274793, 0, 0",
          "'init_module', (175, 105), 0, 0, 0", "'swapon', (167, 224), b'/tmp/x', 0",
          "'settimeofday', (164, 170), 0, 0", "'personality', (135, 92), 0x40000",
          "'sethostname', (170, 161), b'x', 1", "'setxattr', (188, 5), b'/proc/self/fd/1', b'user.x', b'y', 1, 0"),
    attack("kernel-devices", "no device of the kernel's can be opened or made", """
        import os
        attempts = [lambda path=path: os.open(path, os.O_RDWR) for path in
                    ('/dev/mem', '/dev/kmsg', '/dev/port', '/dev/sda', '/dev/fuse', '/dev/kvm', '/proc/kcore')]
        attempts.append(lambda: os.mknod('/tmp/mem', 0o20600, os.makedev(1, 1)))
        for attempt in attempts:
            try:
                attempt()
            except OSError:
                continue
            raise SystemExit('opened')
        print(1)
        """, AC),
    calls("kernel-log", "the kernel's log cannot be read or written", "'syslog', (103, 116), 3, 0, 0"),
    attack("log-flood", "there is no log of the host to flood", """
        import os, socket, syslog
        for number in range(1000):
            syslog.syslog(f'flood {number}')
        print(int(not any(map(os.path.exists, ('/dev/log', '/run/systemd/journal/socket', '/run/systemd/journal')))))
        """, AC),
)  # fmt: skip
