"""The HTTP headers with which hosts should send the site, as Netlify and Cloudflare read them.

The policy itself is in every page as well, so that it holds on a host that knows no such file; a
header adds what `<meta>` cannot say (https://www.w3.org/TR/CSP3/#meta-element).
"""

FILE = "_headers"
# In every page too: `pages/shell.py` takes it from here.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
ONLY_IN_HEADER = {"frame-ancestors": "'none'"}
EVERYWHERE = {
    "Content-Security-Policy": "",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
# These folders are named by their content. Elsewhere these hosts have browsers ask each time, which
# is right for pages; said here as well, the two would be joined.
UNCHANGING = {"Cache-Control": "public, max-age=31536000, immutable"}
# Open data may be read by the pages of others.
OPEN_DATA = {"Access-Control-Allow-Origin": "*"}


def policy(directives: dict[str, str]) -> str:
    """Return `directives` as one policy."""
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def headers() -> str:
    """Return the file: patterns of paths, each with its headers below it."""
    everywhere = {**EVERYWHERE, "Content-Security-Policy": policy({**POLICY, **ONLY_IN_HEADER})}
    unchanging = {"/assets/*": UNCHANGING, "/haku/:language/:content/*": UNCHANGING}
    blocks = {"/*": everywhere, "/data/*": OPEN_DATA, **unchanging}
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in given.items())
        for path, given in blocks.items()
    )
