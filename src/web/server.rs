//! Binds, stacks the middleware and starts.
//!
//! Refuses TLS: that is the proxy's (`deploy/`). Compression stays off, because a page with a secret in it must not
//! change its size with what an attacker sends. The caller owns signals and the running `Server`.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::{App, HttpServer, web};

use super::state::AppState;
use super::{error, headers, limits, log, routes, step_up};
use crate::flows::Ctx;

/// Starts the service on an address; port 0 takes a free one. Returns the server, to be awaited, and what was bound.
/// Call it inside the actix or tokio runtime that will drive the server. `workers` 0 means one per core.
///
/// # Errors
/// The address cannot be bound.
pub fn start(ctx: Arc<Ctx>, listen: SocketAddr, workers: usize) -> io::Result<(Server, SocketAddr)> {
    start_on(ctx, TcpListener::bind(listen)?, workers)
}

/// As `start`, on a socket somebody else has opened.
///
/// # Errors
/// The socket cannot be listened on.
pub fn start_on(ctx: Arc<Ctx>, listener: TcpListener, workers: usize) -> io::Result<(Server, SocketAddr)> {
    let bound = listener.local_addr()?;
    let state = web::Data::new(AppState::new(ctx));
    let workers = if workers == 0 { std::thread::available_parallelism().map_or(2, usize::from) } else { workers };
    let server = HttpServer::new(move || {
        // The last wrapped is the outermost: headers go on everything, the log sees the final status.
        App::new()
            .app_data(state.clone())
            .configure(routes::configure)
            .wrap(from_fn(step_up::carry_renewed))
            .wrap(from_fn(headers::known_host))
            .wrap(from_fn(error::explain))
            .wrap(from_fn(log::write))
            .wrap(from_fn(headers::harden))
    })
    .workers(workers)
    .worker_max_blocking_threads(limits::FLOWS_PER_WORKER)
    .client_request_timeout(limits::HEAD_TIME)
    .client_disconnect_timeout(limits::CLOSE_TIME)
    .keep_alive(limits::IDLE_TIME)
    .shutdown_timeout(limits::STOP_SECONDS)
    .disable_signals()
    .listen(listener)?
    .run();
    Ok((server, bound))
}
