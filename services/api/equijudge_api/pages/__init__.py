"""Pages for browsers: their templates and assets, and the policy under which a browser shows them.

Every address in a page is relative, so that pages work behind whatever prefix a proxy shows the service under. Nothing
in them is loaded from another host, and a browser is told to refuse it.
"""

from __future__ import annotations

import secrets
from typing import Any

import jinja2
from starlette.responses import HTMLResponse

TEMPLATES = jinja2.Environment(
    loader=jinja2.PackageLoader("equijudge_api.pages", "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
    "connect-src 'self'; worker-src {workers}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def page_response(template: str, *, workers: str = "'none'", **values: Any) -> HTMLResponse:
    """Render a template of this package. `workers`: what the page's script may start as a worker.

    Styles that a script adds need the page's `nonce`, which is new for every answer.
    """
    nonce = secrets.token_urlsafe(16)
    content = TEMPLATES.get_template(template).render(nonce=nonce, **values)
    headers = {
        "Content-Security-Policy": POLICY.format(nonce=nonce, workers=workers),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
    return HTMLResponse(content, headers=headers)
