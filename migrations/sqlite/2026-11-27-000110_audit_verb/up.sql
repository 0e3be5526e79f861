-- The ledger that anybody may read asks for three verbs among everything that was ever done.
CREATE INDEX audit_verb ON audit (verb);
