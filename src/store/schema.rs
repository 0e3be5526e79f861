//! One `table!` list for both databases. A test migrates each from empty and compares names and columns with this file.
//!
//! Refuses backend types: bytes, text, 32- and 64-bit integers and booleans only.

diesel::table! {
    instance (name) {
        name -> Text,
        value -> Binary,
    }
}

diesel::table! {
    staff (id) {
        id -> Binary,
        email -> Text,
        name -> Text,
        standing -> Text,
        is_screener -> Bool,
        is_analyst -> Bool,
        is_publisher -> Bool,
        is_custodian -> Bool,
        is_auditor -> Bool,
        is_operator -> Bool,
        passphrase -> Nullable<Binary>,
        totp -> Nullable<Binary>,
        totp_step -> BigInt,
        public_key -> Nullable<Binary>,
        failures -> Integer,
        failed_at -> BigInt,
        invitation -> Nullable<Binary>,
        invited_until -> BigInt,
    }
}

diesel::table! {
    sessions (digest) {
        digest -> Binary,
        person -> Binary,
        started -> BigInt,
        seen -> BigInt,
        unlocked -> Nullable<Binary>,
        unlocked_until -> BigInt,
        proved -> BigInt,
    }
}

diesel::table! {
    passkeys (id) {
        id -> Binary,
        person -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    recovery_codes (digest) {
        digest -> Binary,
        person -> Binary,
    }
}

diesel::table! {
    used_challenges (digest) {
        digest -> Binary,
        until -> BigInt,
    }
}

diesel::table! {
    staff_conflicts (person, area) {
        person -> Binary,
        area -> Text,
    }
}

diesel::table! {
    keystore.keys (id) {
        id -> Binary,
        purpose -> Text,
        epoch -> Integer,
        public_key -> Nullable<Binary>,
        wrapped -> Nullable<Binary>,
    }
}

diesel::table! {
    keystore.key_wraps (key_id, holder) {
        key_id -> Binary,
        holder -> Binary,
        wrapped -> Binary,
    }
}

diesel::table! {
    intake (receipt) {
        receipt -> Binary,
        body_mac -> Binary,
        raw -> Binary,
        reply_key -> Binary,
        urgent -> Bool,
        day -> Integer,
        identity -> Binary,
    }
}

diesel::table! {
    reports (id) {
        id -> Binary,
        receipt -> Binary,
        body_mac -> Binary,
        raw -> Binary,
        reply_key -> Binary,
        week -> Integer,
        urgent -> Bool,
        status -> Text,
        proposed_by -> Nullable<Binary>,
        released_text -> Nullable<Binary>,
        released_period -> Integer,
        kind -> Text,
        area -> Nullable<Text>,
        day_part -> Nullable<Text>,
        phase -> Nullable<Text>,
        detection -> Nullable<Text>,
        recovery -> Nullable<Text>,
        severity -> Nullable<Text>,
        category -> Nullable<Text>,
        outcome -> Nullable<Text>,
        barriers -> Nullable<Text>,
        risk_index -> Integer,
        closing -> Nullable<Text>,
        excluded -> Bool,
        synopsis -> Nullable<Binary>,
        version -> Integer,
        identity -> Binary,
        raw_due -> Integer,
        identity_due -> Integer,
        reporter -> Text,
        receipt_used -> Integer,
    }
}

diesel::table! {
    report_factors (report, factor) {
        report -> Binary,
        factor -> Text,
    }
}

diesel::table! {
    rollups (period, area, category, severity) {
        period -> Integer,
        area -> Text,
        category -> Text,
        severity -> Text,
        reports -> Integer,
        closed -> Integer,
    }
}

diesel::table! {
    settled_bursts (period, area) {
        period -> Integer,
        area -> Text,
    }
}

diesel::table! {
    digests (id) {
        id -> Binary,
        period -> Integer,
        state -> Text,
        prepared_by -> Nullable<Binary>,
        approved_by -> Nullable<Binary>,
        frozen_at -> BigInt,
        hash -> Binary,
        artefact -> Binary,
        months -> Integer,
        seal -> Nullable<Binary>,
    }
}

diesel::table! {
    readers (id) {
        id -> Binary,
        address_digest -> Binary,
        address -> Binary,
        language -> Text,
        active -> Bool,
        asked -> Bool,
        level -> Nullable<Text>,
    }
}

diesel::table! {
    outbox (id) {
        id -> Binary,
        digest -> Nullable<Binary>,
        reader -> Binary,
        state -> Text,
        attempts -> Integer,
        next_at -> BigInt,
        lease_until -> BigInt,
        failure -> Nullable<Text>,
        edition -> Nullable<Text>,
    }
}

diesel::table! {
    audit (seq) {
        seq -> BigInt,
        at -> BigInt,
        actor -> Text,
        verb -> Text,
        object -> Text,
        mac -> Binary,
    }
}

diesel::table! {
    audit_head (id) {
        id -> Integer,
        seq -> BigInt,
        mac -> Binary,
    }
}

diesel::table! {
    leases (name) {
        name -> Text,
        owner -> Binary,
        until -> BigInt,
    }
}

diesel::table! {
    dictionary (part) {
        part -> Integer,
        mark -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    search_docs (report) {
        report -> Binary,
        place -> BigInt,
        form -> Integer,
    }
}

diesel::table! {
    keystore.staff_keys (person) {
        person -> Binary,
        locked -> Binary,
    }
}

diesel::table! {
    keystore.report_keys (receipt) {
        receipt -> Binary,
        epoch -> Integer,
        raw_key -> Binary,
        custody -> Integer,
        shares -> Binary,
    }
}

diesel::table! {
    keystore.custody (number, position) {
        number -> Integer,
        position -> Integer,
        person -> Binary,
        public_key -> Binary,
    }
}

diesel::table! {
    keystore.purged (digest) {
        digest -> Binary,
        what -> Text,
        day -> Integer,
    }
}

diesel::table! {
    messages (id) {
        id -> Binary,
        receipt -> Binary,
        position -> Integer,
        side -> Text,
        sealed -> Binary,
        settled -> Bool,
    }
}

diesel::table! {
    wordings (receipt) {
        receipt -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    addenda (report, position) {
        report -> Binary,
        position -> Integer,
        proposed_by -> Binary,
        period -> Integer,
        sealed -> Binary,
    }
}

diesel::table! {
    ceremonies (id) {
        id -> Binary,
        kind -> Text,
        sealed -> Binary,
    }
}

diesel::table! {
    learning (id) {
        id -> Binary,
        kind -> Text,
        state -> Text,
        written_by -> Binary,
        approved_by -> Nullable<Binary>,
        month -> Integer,
        sealed -> Binary,
    }
}

diesel::table! {
    waits (quarter, weeks) {
        quarter -> Integer,
        weeks -> Integer,
        reports -> Integer,
    }
}

diesel::joinable!(sessions -> staff (person));
diesel::joinable!(outbox -> readers (reader));
diesel::joinable!(outbox -> digests (digest));

diesel::allow_tables_to_appear_in_same_query!(
    instance,
    staff,
    sessions,
    passkeys,
    recovery_codes,
    used_challenges,
    staff_conflicts,
    keys,
    key_wraps,
    intake,
    reports,
    report_factors,
    rollups,
    settled_bursts,
    digests,
    readers,
    outbox,
    audit,
    audit_head,
    leases,
    dictionary,
    staff_keys,
    report_keys,
    custody,
    purged,
    messages,
    wordings,
    addenda,
    ceremonies,
    search_docs,
    learning,
    waits
);
