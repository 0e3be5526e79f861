//! Passkeys (WebAuthn level 3): what the browser is asked, and whether its answer holds. User verification is always required.
//!
//! Passkeys are discoverable: a sign-in asks for "any passkey of this site", so that the question says nothing about who has an
//! account. Attestation is not asked for, because a maker's certificate names the device. The state between question and answer
//! goes to the caller, who seals it, ends it and lets it be answered once. Refuses to live on an address without a name.

use serde_json::json;
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
    Url, Uuid, Webauthn, WebauthnBuilder,
};

use super::error::Error;

/// Name of this machine to itself; browsers know no passkeys for bare addresses.
const LOCALHOST: &str = "localhost";

/// The site that passkeys belong to.
pub struct PasskeySite(Webauthn);

/// A question for the browser, and what is needed to judge the answer.
pub struct Ceremony {
    /// `publicKey` options as JSON, bytes in URL-safe base 64.
    pub question: String,
    /// State for `finish_…`; keep it from being changed, from living long and from being answered twice.
    pub state: Vec<u8>,
}

/// What is stored about one passkey: public data, but telling about a person's devices.
pub struct PasskeyRecord(Passkey);

impl PasskeyRecord {
    /// For sealing.
    ///
    /// # Errors
    /// `Malformed`, which does not happen.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        serde_json::to_vec(&self.0).map_err(|_| Error::Malformed)
    }

    /// Reads `to_bytes`.
    ///
    /// # Errors
    /// `Malformed` for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        serde_json::from_slice(bytes).map(Self).map_err(|_| Error::Malformed)
    }

    /// The authenticator's own id for it.
    #[must_use]
    pub fn credential(&self) -> &[u8] {
        self.0.cred_id().as_ref()
    }
}

/// A browser's answer at sign-in, read but not judged.
pub struct PasskeyAnswer(PublicKeyCredential);

impl PasskeyAnswer {
    /// Reads what the browser sent.
    ///
    /// # Errors
    /// `Malformed` for anything else.
    pub fn parse(text: &str) -> Result<Self, Error> {
        serde_json::from_str(text).map(Self).map_err(|_| Error::Malformed)
    }

    /// Which passkey it claims to be.
    #[must_use]
    pub fn credential(&self) -> &[u8] {
        self.0.get_credential_id()
    }
}

impl PasskeySite {
    /// The site at a public address; `None` where browsers have no passkeys: an address that is a number, unless it is this very
    /// machine, which goes by the name `localhost`.
    #[must_use]
    pub fn new(public_url: &str, organisation: &str) -> Option<Self> {
        let mut origin = Url::parse(public_url).ok()?;
        let host = origin.host_str()?.trim_matches(['[', ']']).to_owned();
        if let Ok(address) = host.parse::<std::net::IpAddr>() {
            if !address.is_loopback() {
                return None;
            }
            origin.set_host(Some(LOCALHOST)).ok()?;
        }
        let id = origin.domain()?.to_owned();
        let name = format!("Candor {organisation}");
        WebauthnBuilder::new(&id, &origin).ok()?.rp_name(&name).build().ok().map(Self)
    }

    /// Asks for a new passkey of `person`, which none of `existing` may be.
    ///
    /// # Errors
    /// `Refused` when the question cannot be made.
    pub fn begin_adding(&self, person: &[u8; 16], account: &str, name: &str, existing: &[PasskeyRecord]) -> Result<Ceremony, Error> {
        let known = existing.iter().map(|record| record.0.cred_id().clone()).collect();
        let begun = self.0.start_passkey_registration(Uuid::from_bytes(*person), account, name, Some(known));
        let (question, state): (CreationChallengeResponse, PasskeyRegistration) = begun.map_err(|_| Error::Refused)?;
        let mut question = serde_json::to_value(question.public_key).map_err(|_| Error::Malformed)?;
        if let Some(selection) = question.get_mut("authenticatorSelection") {
            *selection = json!({ "residentKey": "required", "requireResidentKey": true, "userVerification": "required" });
        }
        Ok(Ceremony { question: question.to_string(), state: bytes(&state)? })
    }

    /// Judges the answer.
    ///
    /// # Errors
    /// `Malformed` when it cannot be read; `Refused` when it does not hold.
    pub fn finish_adding(&self, state: &[u8], answer: &str) -> Result<PasskeyRecord, Error> {
        let state: PasskeyRegistration = serde_json::from_slice(state).map_err(|_| Error::Malformed)?;
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).map_err(|_| Error::Malformed)?;
        self.0.finish_passkey_registration(&answer, &state).map(PasskeyRecord).map_err(|_| Error::Refused)
    }

    /// Asks for any passkey of this site.
    ///
    /// # Errors
    /// `Refused` when the question cannot be made.
    pub fn begin_proof(&self) -> Result<Ceremony, Error> {
        let (question, state) = self.0.start_discoverable_authentication().map_err(|_| Error::Refused)?;
        let question = serde_json::to_value(question.public_key).map_err(|_| Error::Malformed)?;
        Ok(Ceremony { question: question.to_string(), state: bytes(&state)? })
    }

    /// Judges the answer: signed by `record`, for this site, with the person verified, and made for `person`. Returns the record as
    /// it is to be kept now, with its use counted.
    ///
    /// # Errors
    /// `Malformed` when the state cannot be read; `Refused` when the answer does not hold.
    pub fn finish_proof(
        &self,
        state: &[u8],
        answer: &PasskeyAnswer,
        person: &[u8; 16],
        mut record: PasskeyRecord,
    ) -> Result<PasskeyRecord, Error> {
        let state: DiscoverableAuthentication = serde_json::from_slice(state).map_err(|_| Error::Malformed)?;
        let theirs = answer.0.get_user_unique_id().is_some_and(|handle| handle == person.as_slice());
        if !theirs || answer.credential() != record.credential() {
            return Err(Error::Refused);
        }
        let result = self.0.finish_discoverable_authentication_v2(&answer.0, state, &record.0).map_err(|_| Error::Refused)?;
        if !result.user_verified() {
            return Err(Error::Refused);
        }
        record.0.update_credential(&result);
        Ok(record)
    }
}

fn bytes(state: &impl serde::Serialize) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(state).map_err(|_| Error::Malformed)
}
