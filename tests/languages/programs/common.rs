// Does what the first word of its input says.
use std::io::{self, Read, Write};
use std::os::unix::io::FromRawFd;
use std::{process, ptr, thread, time};

const MIB: usize = 1 << 20;

// A frame of some size that no optimiser takes away: the next one looks into it.
#[inline(never)]
fn depth(n: u64, above: &[u64; 32]) -> u64 {
    let mut mine = [0; 32];
    unsafe { ptr::write_volatile(&mut mine[0], n) };
    if n == 0 {
        above[1]
    } else {
        1 + depth(n - 1, &mine)
    }
}

fn keep(mib: usize, garbage: usize) -> usize {
    let mut kept = Vec::new();
    while kept.len() < mib {
        kept.push(vec![b'x'; MIB]);
    }
    for _ in 0..garbage {
        let some = vec![b'x'; MIB];
        assert!(unsafe { ptr::read_volatile(&some[MIB / 2]) } == b'x');
    }
    kept.iter().filter(|each| unsafe { ptr::read_volatile(&each[MIB / 2]) } == b'x').count()
}

fn main() {
    let mut data = String::new();
    io::stdin().read_to_string(&mut data).unwrap();
    let words: Vec<&str> = data.split_whitespace().collect();
    let number = |place: usize| words[place].parse::<i64>().unwrap();
    match words.first().copied().unwrap_or("empty") {
        "empty" => println!("empty"),
        "hello" => println!("hello"),
        "sum" => println!("{}", (2..words.len()).map(number).sum::<i64>()),
        "wide" => {
            let product = number(1) * number(2);
            println!("{} {}", product, product % 998244353);
        }
        "exit" => {
            println!("before");
            process::exit(3);
        }
        "crash" => process::abort(),
        "throw" => panic!("thrown"),
        "recurse" => println!("{}", depth(number(1) as u64, &[0; 32])),
        "threads" => {
            let threads: Vec<_> = (0..4)
                .map(|part| thread::spawn(move || (part..=1000000u64).step_by(4).sum::<u64>()))
                .collect();
            println!("{}", threads.into_iter().map(|each| each.join().unwrap()).sum::<u64>());
        }
        "utf8" => {
            let line = data.lines().nth(1).unwrap();
            println!("{} {}", line.chars().count(), line);
        }
        "sleep" => thread::sleep(time::Duration::from_secs(60)),
        "burn" => {
            let mut count = 0u32;
            loop {
                unsafe { ptr::write_volatile(&mut count, count.wrapping_add(1)) };
            }
        }
        "hog" => {
            keep(MIB, 0);
        }
        "fill" => println!("{}", keep(number(1) as usize, 0)),
        "churn" => println!("{}", keep(number(1) as usize, 600)),
        "flood" => {
            let some = vec![b'x'; 65536];
            loop {
                io::stdout().write_all(&some).unwrap();
            }
        }
        "close" => {
            println!("done");
            io::stdout().flush().unwrap();
            drop(unsafe { std::fs::File::from_raw_fd(1) });
        }
        "stderr" => {
            eprint!("{}", "e".repeat(MIB));
            println!("ok");
        }
        _ => {}
    }
}
