#!/usr/bin/env python3
"""Takes the newest letter of a mail folder apart: its HTML with the picture inside, and its plain text.

Usage: letter.py FOLDER HTML TEXT. Also writes HTML.height, a guess at the height of the page in pixels.
"""
import base64
import email
import pathlib
import sys
from email import policy


def main(folder: str, html_file: str, text_file: str) -> None:
    newest = max(pathlib.Path(folder).glob("*.eml"), key=lambda path: path.stat().st_mtime)
    message = email.message_from_bytes(newest.read_bytes(), policy=policy.default)
    text = message.get_body(("plain",)).get_content().rstrip() + "\n"
    html = message.get_body(("html",)).get_content()
    for part in message.walk():
        if part.get_content_type() == "image/png":
            picture = base64.b64encode(part.get_payload(decode=True)).decode()
            html = html.replace("cid:chart", f"data:image/png;base64,{picture}")
    pathlib.Path(html_file).write_text(html)
    pathlib.Path(text_file).write_text(f"Subject: {message['subject']}\n\n{text}")
    pathlib.Path(html_file + ".height").write_text(str(330 + 27 * len(text.splitlines())))


if __name__ == "__main__":
    main(*sys.argv[1:])
