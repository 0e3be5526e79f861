// Lints letters (HTML files) by two programs: html-validate for what is no good HTML, caniemail for what mail programs do not show.
// Called by tests/it/letter.rs. The programs come from scripts/install.sh into target/lint. Exit code 1 when one complains.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(resolve('target/lint/package.json')));
const { HtmlValidate } = require('html-validate');
const { caniemail } = await import(pathToFileURL(require.resolve('caniemail')));

// Mail is written with inline styles and the table attributes of HTML 4, because Outlook on Windows reads nothing else.
const html = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
        'no-inline-style': 'off',
        'no-deprecated-attr': 'off',
        'attribute-allowed-values': 'off',
        'attr-quotes': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'void-style': 'off',
        'prefer-tbody': 'off',
        // The older name of the role is the one that every screen reader knows.
        'presentation-role-style': 'off',
    },
});

// Those that caniemail has complete data for.
const CLIENTS = ['apple-mail.*', 'gmail.*', 'outlook.*', 'yahoo.*', 'thunderbird.macos', 'samsung-email.*', 'protonmail.*'];

// What some program leaves out, and what its reader sees instead.
const DEGRADES = new Map([
    ['@media', 'the light letter'],
    ['<style> element', 'the light letter'],
    ['color-scheme CSS property', 'the light letter, or the dark colours of the mail program'],
    ['color-scheme meta tag', 'the light letter, or the dark colours of the mail program'],
    ['<body> element', 'the same letter on the ground of the mail program'],
    ['display:none', 'the preview line, once more, small, at the top'],
    ['max-height property', 'nothing: the preview line is hidden in three other ways'],
    ['opacity', 'nothing: the preview line is hidden in three other ways'],
    ['overflow', 'nothing: the preview line is hidden in three other ways'],
    ['height property', 'the picture in its own height'],
    ['box-sizing', 'a picture two pixels wider'],
    ['white-space', 'a figure that may break'],
    ['text-decoration', 'a link told by its colour and its words'],
    ['role attribute', 'the same; read aloud as a table'],
]);

let complaints = 0;
for (const file of process.argv.slice(2)) {
    const text = readFileSync(file, 'utf8');
    for (const result of html.validateStringSync(text).results) {
        for (const m of result.messages) {
            complaints += 1;
            console.log(`${file}:${m.line}: ${m.ruleId}: ${m.message}`);
        }
    }
    const { issues } = caniemail({ clients: CLIENTS, html: text });
    const missing = new Map();
    for (const [client, found] of issues.errors) {
        for (const { title } of found) {
            missing.set(title, [...(missing.get(title) ?? []), client]);
        }
    }
    for (const [title, clients] of missing) {
        if (!DEGRADES.has(title)) {
            complaints += 1;
            console.log(`${file}: ${title}: not shown by ${[...new Set(clients)].join(', ')}`);
        }
    }
}
console.log(`${process.argv.length - 2} letter(s), ${complaints} complaint(s)`);
process.exit(complaints === 0 ? 0 : 1);
