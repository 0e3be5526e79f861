DROP INDEX audit_verb;
