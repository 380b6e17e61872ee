#!/usr/bin/env python3
"""Builds the app packages for Microsoft Teams: one zip with manifest 1.25, one with 1.30 and slash commands.

    python3 deploy/teams/package.py --app-id 00000000-0000-0000-0000-000000000000 \
        --developer "Example Ltd" --website https://example.com

Needs Python 3.9 and nothing else. The icons are drawn here, so no picture has to be kept.
"""

import argparse
import json
import pathlib
import re
import struct
import zipfile
import zlib

HERE = pathlib.Path(__file__).parent
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
PLAIN, SLASH = "1.25", "1.30"
GREEN, WHITE, CLEAR = (0x1F, 0x6F, 0x5C, 255), (255, 255, 255, 255), (255, 255, 255, 0)


def png(size, pixel):
    """A PNG with alpha; every pixel is the mean of nine samples, so that edges are smooth."""
    rows = bytearray()
    for y in range(size):
        rows.append(0)
        for x in range(size):
            samples = [pixel((x + (i % 3 + 0.5) / 3) / size, (y + (i // 3 + 0.5) / 3) / size) for i in range(9)]
            alpha = sum(sample[3] for sample in samples)
            for channel in range(3):
                shade = sum(sample[channel] * sample[3] for sample in samples)
                rows.append(round(shade / alpha) if alpha else 255)
            rows.append(round(alpha / 9))

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(rows), 9))
            + chunk(b"IEND", b""))


def on_fork(x, y):
    """A tuning fork: two prongs, a bow that joins them, a stem."""
    prong = 0.24 <= y <= 0.5 and (0.34 <= x <= 0.42 or 0.58 <= x <= 0.66)
    distance = ((x - 0.5) ** 2 + (y - 0.5) ** 2) ** 0.5
    bow = y > 0.5 and 0.08 <= distance <= 0.16
    stem = 0.46 <= x <= 0.54 and 0.63 <= y <= 0.84
    return prong or bow or stem


def color(x, y):
    return WHITE if on_fork(x, y) else GREEN


def outline(x, y):
    """The fork alone, larger, because the outline icon has no ground."""
    return WHITE if on_fork(0.5 + (x - 0.5) * 0.72, 0.54 + (y - 0.5) * 0.72) else CLEAR


def manifest(version, values):
    text = (HERE / "manifest.template.json").read_text(encoding="utf-8")
    for name, value in {**values, "MANIFEST_VERSION": version}.items():
        text = text.replace("${" + name + "}", json.dumps(value)[1:-1])
    left = re.findall(r"\$\{\w+\}", text)
    if left:
        raise SystemExit(f"The template asks for {', '.join(sorted(set(left)))}, which package.py does not know.")
    document = json.loads(text)
    if version == SLASH:
        bot = document["bots"][0]
        bot["supportsTargetedMessages"] = True
        for commands in bot["commandLists"]:
            commands["triggers"] = ["mention", "slash"]
            commands["commands"].insert(
                0, {"title": "consult", "description": "Open a consultation: say what the problem is"})
    return document


def options():
    parser = argparse.ArgumentParser(description="Builds the Tunewise app packages for Microsoft Teams.")
    parser.add_argument("--app-id", required=True, help="Application (client) ID of the bot's registration")
    parser.add_argument("--developer", default="Tunewise", help="who runs it, at most 32 characters")
    parser.add_argument("--website", default="https://example.com", help="https address of who runs it")
    parser.add_argument("--privacy", help="https address of the privacy statement; the website when left out")
    parser.add_argument("--terms", help="https address of the terms of use; the website when left out")
    parser.add_argument("--version", default="1.0.0", help="version of the package; raise it for every upload")
    parser.add_argument("--reading", action="store_true",
                        help="ask for the permission to read replies in threads that do not mention the bot")
    parser.add_argument("--out", default=str(HERE / "build"), help="folder for the zips")
    chosen = parser.parse_args()
    if not GUID.fullmatch(chosen.app_id):
        parser.error(f'--app-id is "{chosen.app_id}"; expected a GUID such as 00000000-0000-0000-0000-000000000000')
    for name in ("website", "privacy", "terms"):
        address = getattr(chosen, name) or chosen.website
        if not address.startswith("https://"):
            parser.error(f'--{name} is "{address}"; Teams takes https:// only')
        setattr(chosen, name, address)
    if len(chosen.developer) > 32:
        parser.error(f"--developer has {len(chosen.developer)} characters; Teams takes 32")
    return chosen


def main():
    chosen = options()
    values = {
        "APP_ID": chosen.app_id.lower(), "APP_VERSION": chosen.version, "DEVELOPER_NAME": chosen.developer,
        "WEBSITE_URL": chosen.website, "PRIVACY_URL": chosen.privacy, "TERMS_URL": chosen.terms,
    }
    out = pathlib.Path(chosen.out)
    out.mkdir(parents=True, exist_ok=True)
    icons = {"color.png": png(192, color), "outline.png": png(32, outline)}
    for version in (PLAIN, SLASH):
        document = manifest(version, values)
        if not chosen.reading:
            permissions = document["authorization"]["permissions"]
            permissions["resourceSpecific"] = [
                wish for wish in permissions["resourceSpecific"] if wish["name"] != "ChannelMessage.Read.Group"]
        path = out / f"tunewise-teams-{version}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("manifest.json", json.dumps(document, indent=2, ensure_ascii=False) + "\n")
            for name, content in icons.items():
                package.writestr(name, content)
        print(path)


if __name__ == "__main__":
    main()
