// ReDoc over openapi.json. Addresses of calls are those behind whatever prefix the page has.
"use strict";

const base = new URL(".", window.location.href);
const fonts = { fontFamily: "system-ui, sans-serif" };

fetch(new URL("openapi.json", base))
  .then((answer) => answer.json())
  .then((spec) => {
    const servers = [{ url: base.href.replace(/\/$/, "") }];
    const options = { nativeScrollbars: true, theme: { typography: { ...fonts, headings: fonts } } };
    Redoc.init({ ...spec, servers }, options, document.getElementById("redoc"));
  });
