// Passkeys on our own forms. Without this file, and in browsers without passkeys, codes do the same work.
// Refuses to send anything by itself anywhere but where the form goes, and reads no field but whether all of them are filled in.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const named = (list) => (list ?? []).map((entry) => ({ ...entry, id: bytes(entry.id) }));

async function created(options) {
  const publicKey = { ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: named(options.excludeCredentials) };
  const made = await navigator.credentials.create({ publicKey });
  const { attestationObject, clientDataJSON } = made.response;
  return { id: made.id, rawId: text(made.rawId), type: made.type, extensions: {}, response: { attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON) } };
}

async function got(options) {
  const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) };
  const found = await navigator.credentials.get({ publicKey });
  const { authenticatorData, clientDataJSON, signature, userHandle } = found.response;
  return {
    id: found.id,
    rawId: text(found.rawId),
    type: found.type,
    extensions: {},
    response: { authenticatorData: text(authenticatorData), clientDataJSON: text(clientDataJSON), signature: text(signature), userHandle: userHandle && text(userHandle) },
  };
}

function prepare(form) {
  const button = form.querySelector("[data-passkey-button]");
  const answer = form.querySelector("[data-answer]");
  const failed = form.querySelector("[data-passkey-failed]");
  const code = form.querySelector("#code");
  const options = JSON.parse(form.dataset.options);
  const site = options.rpId ?? options.rp?.id;
  if (location.hostname !== site && !location.hostname.endsWith(`.${site}`)) return;
  for (const part of form.querySelectorAll("[data-passkey-only]")) part.hidden = false;
  for (const part of form.querySelectorAll("[data-passkey-none]")) part.hidden = true;

  button.addEventListener("click", async () => {
    failed.hidden = true;
    if (code) code.required = false;
    const complete = form.reportValidity();
    if (code) code.required = true;
    if (!complete) return;
    try {
      answer.value = JSON.stringify(await (form.dataset.passkey === "create" ? created(options) : got(options)));
    } catch {
      failed.hidden = false;
      return;
    }
    if (code) code.required = false;
    form.requestSubmit(form.querySelector("[data-send]"));
  });
}

if (window.PublicKeyCredential) document.querySelectorAll("form[data-passkey]").forEach(prepare);
