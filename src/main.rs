//! Hands over to the command line and ends with its exit code.
//!
//! Memory that is given back is wiped first: a pass-phrase passes through buffers that are not ours (a request's body, the decoded
//! form), and none of their copies may outlive them (CR-16).

use std::alloc::System;
use std::process::ExitCode;

use zeroizing_alloc::ZeroAlloc;

#[global_allocator]
static WIPED_WHEN_FREED: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    candor::cli::run()
}
