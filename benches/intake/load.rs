//! A closed-loop load on loopback: each client keeps one connection and sends the next report when the last is answered.

use std::io::{BufReader, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use candor::domain::clock::{Clock as _, SystemClock};
use candor::vault::{FormKey, draw_receipt};

use super::process::FORM_KEY;

/// What one burst of load measured.
pub struct Shot {
    /// Accepted reports per second.
    pub per_second: f64,
    /// Seconds of each accepted report, sorted.
    pub latencies: Vec<f64>,
    /// Accepted.
    pub good: u64,
    /// Everything else.
    pub bad: u64,
}

/// Runs `clients` clients for `each`.
pub fn run(base: &str, clients: usize, each: Duration) -> Shot {
    let address = base.strip_prefix("http://").expect("http").to_owned();
    let start = Instant::now();
    let threads: Vec<_> = (0..clients)
        .map(|_| {
            let address = address.clone();
            std::thread::spawn(move || client(&address, start, each))
        })
        .collect();
    let (mut latencies, mut bad) = (Vec::new(), 0);
    for thread in threads {
        let (times, failures) = thread.join().expect("a client");
        latencies.extend(times);
        bad += failures;
    }
    let seconds = start.elapsed().as_secs_f64();
    latencies.sort_by(f64::total_cmp);
    let good = u64::try_from(latencies.len()).unwrap_or(u64::MAX);

    let per_second = good as f64 / seconds;
    Shot { per_second, latencies, good, bad }
}

fn client(address: &str, start: Instant, each: Duration) -> (Vec<f64>, u64) {
    let key = FormKey::from_bytes(FORM_KEY);
    let stream = TcpStream::connect(address).expect("a connection");
    stream.set_nodelay(true).expect("no delay");
    let mut reader = BufReader::new(stream.try_clone().expect("a handle"));
    let mut writer = stream;
    let (mut times, mut failures) = (Vec::new(), 0);
    while start.elapsed() < each {
        let request = request(address, &key);
        let sent = Instant::now();
        writer.write_all(&request).expect("sent");
        if answer(&mut reader) == 200 { times.push(sent.elapsed().as_secs_f64()) } else { failures += 1 }
    }
    (times, failures)
}

fn request(address: &str, key: &FormKey) -> Vec<u8> {
    let receipt = draw_receipt();
    let token = key.issue(&receipt, SystemClock.now().day());
    let story = "The pump alarmed twice and was silenced before anyone read the screen; a colleague saw the rate in time. ".repeat(8);
    let fields = [
        ("lang", "en"),
        ("words", receipt.expose()),
        ("token", &token),
        ("kind", "near-miss"),
        ("narrative", &story),
        ("area", "emergency"),
    ];
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let head = format!(
        "POST /report HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.into_bytes(), body.into_bytes()].concat()
}

/// Reads one answer whole and returns its status.
fn answer(reader: &mut impl std::io::BufRead) -> u16 {
    let mut line = String::new();
    reader.read_line(&mut line).expect("a status line");
    let status = line.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
    let mut length = 0;
    loop {
        line.clear();
        reader.read_line(&mut line).expect("a header");
        if line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("a body");
    status
}
