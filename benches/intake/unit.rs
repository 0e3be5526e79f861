//! The unit of work: one scrypt(N=16384, r=8, p=1), the calibrator that peers can compute too.

use std::time::Instant;

/// CPU-bound seconds of one derivation, the median of five.
pub fn scrypt_seconds() -> f64 {
    let params = scrypt::Params::new(14, 8, 1).expect("valid parameters");
    let times: Vec<f64> = (0..5)
        .map(|_| {
            let (start, mut out) = (Instant::now(), [0_u8; 32]);
            scrypt::scrypt(b"calibration", b"sixteen byte salt", &params, &mut out).expect("derives");
            start.elapsed().as_secs_f64()
        })
        .collect();
    super::report::median(&times)
}
