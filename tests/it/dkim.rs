//! Signatures as another program sees them: keys from OpenSSL, verification by `dkimpy` where Python has it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use candor::domain::clock::Moment;
use candor::domain::contact::EmailAddress;
use candor::domain::digest::Artefact;
use candor::mail::{Content, Leave, Letter, Sender, Signer, Transport};

/// Reads a message from standard input and says whether its signature holds under the public key (DER) in the file named.
const VERIFY: &str = r#"
import sys, base64, dkim
der = open(sys.argv[2], "rb").read()
kind, key = (b"ed25519", der[-32:]) if sys.argv[1] == "ed25519" else (b"rsa", der)
record = b"v=DKIM1; k=" + kind + b"; p=" + base64.b64encode(key)
asked = []
def dns(name, timeout=5):
    asked.append(name)
    return record
print(dkim.verify(sys.stdin.buffer.read(), dnsfunc=dns), asked[0].decode())
"#;

/// A Python that may have the library.
fn python() -> String {
    std::env::var("CANDOR_TEST_PYTHON").ok().filter(|p| !p.is_empty()).unwrap_or_else(|| "python3".to_owned())
}

/// Whether the two helpers are there; a visible line when not.
fn helpers() -> bool {
    let openssl = Command::new("openssl").arg("version").output().is_ok_and(|o| o.status.success());
    let dkimpy = Command::new(python()).args(["-c", "import dkim, nacl"]).output().is_ok_and(|o| o.status.success());
    if !(openssl && dkimpy) {
        println!("skipped: no openssl, or no Python with dkimpy and pynacl, so no other program verifies signatures");
    }
    openssl && dkimpy
}

fn openssl(args: &[&str]) {
    let done = Command::new("openssl").args(args).output().expect("openssl runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn verified(kind: &str, public: &Path, message: &[u8]) -> String {
    let mut child = Command::new(python())
        .args(["-c", VERIFY, kind])
        .arg(public)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python starts");
    child.stdin.take().expect("input").write_all(message).expect("written");
    let output = child.wait_with_output().expect("python ends");
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

/// A digest through the transport into a folder, signed with the key in `pem`.
fn signed(pem: &Path) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let signer = Signer::new("example.org", "candor", &std::fs::read(pem).expect("a key")).expect("a usable key");
    let sender = Sender {
        name: "Sécurité".into(),
        address: EmailAddress::parse("safety@example.org").expect("address"),
        list_id: "digest.example.org".into(),
    };
    let letter = Letter {
        to: EmailAddress::parse("ann@example.net").expect("address"),
        message_id: "0011@digest.example.org".into(),
        leave: Some(Leave { mailto: None, url: format!("https://safety.example.org/unsubscribe?t={}", "ab".repeat(48)) }),
        content: Content::Digest(Artefact {
            subject: "Our hospital: safety digest, October 2026".into(),
            text: "Two  spaces, a trailing one \n\n.a dot\n\n\n".into(),
            html: "<html><body><p>Über 60.</p><img src=\"cid:chart\" alt=\"\"></body></html>".into(),
            chart_png: vec![7; 500],
            chart_alt: String::new(),
            talk: String::new(),
        }),
        sent_at: Moment(1_793_523_600),
    };
    Transport::folder(folder.path()).signing(signer).deliver(&sender, &letter).expect("delivered");
    std::fs::read_to_string(folder.path().join("0011@digest.example.org.eml")).expect("a letter")
}

#[test]
fn both_kinds_of_signature_hold_and_cover_the_unsubscribe_headers() {
    if !helpers() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    for (kind, make) in [("ed25519", vec!["-algorithm", "ed25519"]), ("rsa", vec!["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])]
    {
        let (private, public) = (folder.path().join(format!("{kind}.pem")), folder.path().join(format!("{kind}.der")));
        let (from, to) = (private.to_str().expect("a path"), public.to_str().expect("a path"));
        openssl(&[&["genpkey", "-out", from], make.as_slice()].concat());
        openssl(&["pkey", "-in", from, "-pubout", "-outform", "DER", "-out", to]);

        let message = signed(&private);

        assert_eq!(verified(kind, &public, message.as_bytes()), "True candor._domainkey.example.org.", "{kind}");
        let changes = [
            message.replacen("unsubscribe?t=a", "unsubscribe?t=b", 1),
            message.replacen("List-Unsubscribe=One-Click", "List-Unsubscribe=Two-Click", 1),
            message.replacen("\r\nSubject:", "\r\nSubject: another\r\nSubject:", 1),
            message.replacen("a dot", "a dog", 1),
        ];
        for (at, changed) in changes.iter().enumerate() {
            assert_ne!(changed, &message, "{kind} {at}");
            assert!(verified(kind, &public, changed.as_bytes()).starts_with("False"), "{kind} {at}");
        }
    }
}
