//! What a handler may reach, and `block`, where async ends.
//!
//! Every flow is synchronous; a handler hands it to a blocking thread here and nowhere else. Refuses to hold anything
//! about a visitor.

use std::sync::Arc;

use actix_web::web;

use super::hosts::Hosts;
use crate::flows::{Ctx, Error};
use crate::i18n::{Words, negotiate};

/// Shared by every worker.
pub(in crate::web) struct AppState {
    ctx: Arc<Ctx>,
    hosts: Hosts,
}

impl AppState {
    /// Wraps the context the command line has built.
    #[must_use]
    pub(in crate::web) fn new(ctx: Arc<Ctx>) -> Self {
        let hosts = Hosts::of(ctx.public_url());
        Self { ctx, hosts }
    }

    /// The context, for what costs nothing: words, taxonomy, the time.
    #[must_use]
    pub(in crate::web) fn ctx(&self) -> &Ctx {
        &self.ctx
    }

    /// Which `Host` names are answered.
    #[must_use]
    pub(in crate::web) const fn hosts(&self) -> &Hosts {
        &self.hosts
    }

    /// The words of the language asked for, else of the browser's list, else English.
    #[must_use]
    pub(in crate::web) fn words(&self, chosen: Option<&str>, accept_language: Option<&str>) -> Words {
        self.ctx.catalog().words(negotiate(chosen, accept_language))
    }

    /// Runs a flow on a blocking thread.
    ///
    /// # Errors
    /// The flow's own; `Broken` when it panicked.
    pub(in crate::web) async fn block<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&Ctx) -> Result<T, Error> + Send + 'static,
    {
        let ctx = Arc::clone(&self.ctx);
        web::block(move || work(&ctx)).await.unwrap_or(Err(Error::Broken("a flow stopped half way")))
    }
}
